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
    for (const key of ['Enter', 'Space']) {
      it(`of ${key} does nothing after "${label}", before the answer and after it`, async () => {
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

    it(`of the mouse does nothing after "${label}", before the answer and after it`, async () => {
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
  for (const key of ['Enter', 'Space']) {
    it(`of ${key} on Clear leaves the rating empty`, async () => {
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
