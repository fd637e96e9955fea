import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  button,
  checkedStar,
  click,
  middle,
  mountRating,
  rating,
  star,
  words,
} from './rating-page.js';

/** Methods of all writes that the back end has received. */
const writes = async (api: FakeEndpoint) =>
  (await api.requests()).map(({ method }) => method).filter((method) => method !== 'GET');

/** Waits until nothing is on its way and nothing waits to be drawn. */
async function atRest(element: StarRatingElement): Promise<void> {
  await until(() => !element.matches(':state(pending)'), 'the answer');
  await element.updateComplete;
}

async function vote(element: StarRatingElement, stars: number): Promise<void> {
  star(element, stars).click();
  await until(() => /Thank you/.test(element.renderRoot.textContent ?? ''), 'the vote');
}

/** Chooses a star by key, which brings the button that sends the choice. */
async function choose(element: StarRatingElement, stars: number): Promise<void> {
  element.focus();
  await sendKeys({ press: String(stars) });
  await element.updateComplete;
}

interface Situation {
  readonly label: string;
  /** Brings the button with that label. */
  bring(element: StarRatingElement, api: FakeEndpoint): Promise<void>;
  /** All writes after one press, those that brought the button included. */
  readonly writes: readonly string[];
}

const situations: Situation[] = [
  {
    label: 'Remove my vote',
    bring: (element) => vote(element, 4),
    writes: ['PUT', 'DELETE'],
  },
  { label: 'Submit rating', bring: (element) => choose(element, 3), writes: ['PUT'] },
  {
    label: 'Try again',
    async bring(element, api) {
      await api.plan({ method: 'PUT', status: 403, code: 'refused' });
      star(element, 4).click();
      await until(() => /did not work/.test(words(element)), 'the refusal');
    },
    writes: ['PUT', 'PUT'],
  },
  {
    label: 'Send now',
    async bring(element, api) {
      await api.plan({ method: 'PUT', status: 503, headers: { 'retry-after': '600' } });
      star(element, 4).click();
      await until(() => /sent later/.test(words(element)), 'the vote to be kept');
    },
    writes: ['PUT', 'PUT'],
  },
  {
    label: 'Discard',
    async bring(element, api) {
      await api.plan({ method: 'PUT', status: 503, headers: { 'retry-after': '600' } });
      star(element, 4).click();
      await until(() => /sent later/.test(words(element)), 'the vote to be kept');
    },
    writes: ['PUT'],
  },
];

describe('a second press', () => {
  let api: FakeEndpoint;
  let element: StarRatingElement;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint({ ratings: { a: rating() } });
    element = await mountRating(api.url);
  });

  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  for (const { label, bring, writes: expected } of situations) {
    for (const key of ['Enter', ' ']) {
      it(`of ${key === ' ' ? 'Space' : key} does nothing after "${label}", before the answer and after it`, async () => {
        await bring(element, api);
        await api.plan({ path: '/vote', hold: true });
        button(element, label).focus();
        await sendKeys({ press: key });
        await element.updateComplete;
        await sendKeys({ press: key });
        await api.heal();
        await until(async () => (await writes(api)).length === expected.length, 'the write');
        await atRest(element);
        await sendKeys({ press: key });
        await sendKeys({ press: key });
        await atRest(element);
        expect(await writes(api)).to.deep.equal(expected);
        expect(element.shadowRoot?.activeElement?.id, 'where the focus is').to.equal('stars');
      });
    }

    for (const width of [900, 640, 360, 332, 312, 272, 200])
      it(`of the mouse does nothing after "${label}", ${width} px wide, before and after the answer`, async () => {
        element.style.width = `${width}px`;
        await bring(element, api);
        await api.plan({ path: '/vote', hold: true });
        const position = middle(button(element, label));
        await sendMouse({ type: 'click', position });
        await element.updateComplete;
        await sendMouse({ type: 'click', position });
        await api.heal();
        await until(async () => (await writes(api)).length === expected.length, 'the write');
        await atRest(element);
        await sendMouse({ type: 'click', position });
        await sendMouse({ type: 'click', position });
        await atRest(element);
        expect(await writes(api)).to.deep.equal(expected);
      });
  }

  for (const style of ['justify-content:center', 'justify-content:flex-end', 'direction:rtl']) {
    it(`of the mouse does nothing in a box with ${style}, on a star and on a button`, async () => {
      const box = element.parentElement as HTMLElement;
      box.style.cssText = `display:flex;${style}`;
      for (const number of [1, 2, 3, 4, 5]) {
        const position = middle(star(element, number));
        await sendMouse({ type: 'click', position });
        await atRest(element);
        const sent = await writes(api);
        for (let times = 0; times < 3; times++) await sendMouse({ type: 'click', position });
        await atRest(element);
        expect(await writes(api)).to.deep.equal(sent);
      }
      const position = middle(button(element, 'Remove my vote'));
      for (let times = 0; times < 4; times++) {
        await sendMouse({ type: 'click', position });
        await atRest(element);
      }
      expect((await writes(api)).filter((method) => method === 'DELETE')).to.have.length(1);
      expect((await writes(api)).at(-1)).to.equal('DELETE');
    });
  }

  it('of a hand that trembles does nothing, and one that aims anew does', async () => {
    await choose(element, 3);
    const { right, top } = button(element, 'Submit rating').getBoundingClientRect();
    const position: [number, number] = [Math.round(right - 2), Math.round(top + 9)];
    await sendMouse({ type: 'click', position });
    await until(() => /Thank you/.test(element.renderRoot.textContent ?? ''), 'the vote');
    element.style.marginInlineStart = '30px';
    await sendMouse({ type: 'click', position: [position[0] + 4, position[1] + 3] });
    await sendMouse({ type: 'click', position: [position[0] - 3, position[1] + 3] });
    expect(await writes(api)).to.deep.equal(['PUT']);
    await click(star(element, 5));
    await until(async () => (await writes(api)).length === 2, 'the deliberate vote');
  });

  it('does nothing in another widget that has come to stand there', async () => {
    await vote(element, 4);
    const position = middle(button(element, 'Remove my vote'));
    const other = await mountRating((await fakeEndpoint({ ratings: { a: rating() } })).url);
    await sendMouse({ type: 'click', position });
    await atRest(element);
    const { left, top } = star(other, 2).getBoundingClientRect();
    const box = other.parentElement as HTMLElement;
    box.style.cssText = `position:relative;left:${position[0] - left - 9}px;top:${position[1] - top - 9}px`;
    await sendMouse({ type: 'click', position });
    await other.updateComplete;
    expect(checkedStar(other)).to.equal(0);
    await click(star(other, 5));
    expect(checkedStar(other)).to.equal(5);
  });

  it('leaves the undo where a reader who means it can press it at once', async () => {
    await choose(element, 3);
    const position = middle(button(element, 'Submit rating'));
    await sendMouse({ type: 'click', position });
    await until(() => /Thank you/.test(element.renderRoot.textContent ?? ''), 'the vote');
    const { left, right, top, bottom } = button(element, 'Remove my vote').getBoundingClientRect();
    const [x, y] = position;
    expect(x >= left && x <= right && y >= top && y <= bottom, 'under the mouse').to.equal(false);
    await click(button(element, 'Remove my vote'));
    await until(async () => (await writes(api)).includes('DELETE'), 'the withdrawal');
  });

  it('of a held Enter or Space on a star votes once, also where the vote is refused', async () => {
    await api.plan({ method: 'PUT', status: 403, code: 'refused' });
    element.focus();
    await sendKeys({ press: '3' });
    const down = (key: string, repeat: boolean) => {
      const options = { key, repeat, bubbles: true, composed: true, cancelable: true };
      star(element, 3).dispatchEvent(new KeyboardEvent('keydown', options));
    };
    down('Enter', false);
    await until(() => /did not work/.test(words(element)), 'the refusal');
    down('Enter', true);
    down(' ', true);
    await element.updateComplete;
    expect(await writes(api)).to.deep.equal(['PUT']);
  });

  it('of a held Enter does not press what took the place of a button', async () => {
    await vote(element, 4);
    button(element, 'Remove my vote').focus();
    await sendKeys({ down: 'Enter' });
    await until(() => !element.matches(':state(voted)'), 'the withdrawal');
    await sendKeys({ down: 'Enter' });
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await atRest(element);
    expect(await writes(api)).to.deep.equal(['PUT', 'DELETE']);
  });

  it('leaves the keys that choose a star at hand, from the group that has the focus', async () => {
    await vote(element, 4);
    button(element, 'Remove my vote').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => !element.matches(':state(voted)'), 'the withdrawal');
    await atRest(element);
    await sendKeys({ press: '2' });
    await element.updateComplete;
    expect(checkedStar(element)).to.equal(2);
    await sendKeys({ press: 'Enter' });
    await until(async () => (await writes(api)).length === 3, 'the deliberate vote');
    expect((await api.requests('PUT')).at(-1)?.body).to.deep.equal({ value: 2 });
  });
});

describe('a second press in a form', () => {
  for (const key of ['Enter', ' ']) {
    it(`of ${key === ' ' ? 'Space' : key} on Clear leaves the rating empty`, async () => {
      const element = document.createElement('riac-star-rating');
      element.name = 'quality';
      document.body.append(element);
      await element.updateComplete;
      star(element, 4).click();
      await element.updateComplete;
      button(element, 'Clear').focus();
      await sendKeys({ press: key });
      await sendKeys({ press: key });
      await element.updateComplete;
      expect(element.value).to.equal(null);
      element.remove();
    });
  }
});
