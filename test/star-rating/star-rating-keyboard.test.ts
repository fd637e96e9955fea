import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  button,
  buttons,
  checkedStar,
  focusedStar,
  group,
  loaded,
  mountRating,
  rating,
  said,
  settled,
  star,
  tabStops,
} from './rating-page.js';

const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
};

/** A rating between two buttons, with the focus on the first of them. */
async function between(api: FakeEndpoint, dir = 'ltr') {
  const page = await fixture<HTMLElement>(
    html`<div dir=${dir}>
      <button id="before">before</button>
      <riac-star-rating endpoint=${api.url} item="a"></riac-star-rating>
      <button id="after">after</button>
    </div>`,
  );
  const element = page.querySelector('riac-star-rating') as StarRatingElement;
  await loaded(element);
  page.querySelector<HTMLElement>('#before')?.focus();
  return element;
}

describe('a rating by keyboard', () => {
  let api: FakeEndpoint;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint({ ratings: { a: rating() } });
  });

  it('has one tab stop, the first star, and one press leaves it', async () => {
    const element = await between(api);
    expect(tabStops(element)).to.deep.equal([1]);
    await press('Tab');
    expect(focusedStar(element)).to.equal(1);
    await press('Tab');
    expect(document.activeElement?.id).to.equal('after');
    await sendKeys({ down: 'Shift' });
    await press('Tab', 'Tab');
    await sendKeys({ up: 'Shift' });
    expect(document.activeElement?.id).to.equal('before');
  });

  it('checks and votes nothing when it receives the focus', async () => {
    const element = await between(api);
    await press('Tab');
    expect(checkedStar(element)).to.equal(0);
    expect(buttons(element)).to.be.empty;
    await press('Tab');
    expect(await api.requests('PUT')).to.be.empty;
  });

  it('shows a focus ring of 2 px, 2 px away from the star and clear of its neighbour', async () => {
    const element = await between(api);
    await press('Tab', 'ArrowRight');
    const [one, two] = [star(element, 1), star(element, 2)];
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(two);
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '2px']);
    const shape = (of: HTMLElement) => (of.firstElementChild as Element).getBoundingClientRect();
    const inner = two.getBoundingClientRect().left - parseFloat(outlineOffset);
    expect(shape(two).left - inner).to.be.at.least(2);
    expect(inner - 2, 'outer edge of the ring').to.be.at.least(shape(one).right);
  });

  const moves: [key: string, from: number, to: number][] = [
    ['ArrowRight', 1, 2],
    ['ArrowDown', 1, 2],
    ['ArrowRight', 5, 1],
    ['ArrowDown', 5, 1],
    ['ArrowLeft', 3, 2],
    ['ArrowUp', 3, 2],
    ['ArrowLeft', 1, 5],
    ['ArrowUp', 1, 5],
    ['Home', 4, 1],
    ['End', 2, 5],
    ['3', 5, 3],
  ];
  for (const [key, from, to] of moves) {
    it(`moves by ${key} from star ${from} to star ${to}, and sends nothing`, async () => {
      const element = await between(api);
      await press('Tab', String(from));
      await press(key);
      await element.updateComplete;
      expect([focusedStar(element), checkedStar(element)]).to.deep.equal([to, to]);
      expect(tabStops(element)).to.deep.equal([to]);
      expect(button(element, 'Submit rating')).to.exist;
      expect(await api.requests('PUT')).to.be.empty;
    });
  }

  it('mirrors Left and Right, not Up and Down, where writing runs right to left', async () => {
    const element = await between(api, 'rtl');
    await press('Tab', '3', 'ArrowLeft');
    expect(focusedStar(element)).to.equal(4);
    await press('ArrowRight', 'ArrowRight');
    expect(focusedStar(element)).to.equal(2);
    await press('ArrowUp');
    expect(focusedStar(element)).to.equal(1);
    element.parentElement?.setAttribute('dir', 'ltr');
    await press('ArrowRight');
    expect(focusedStar(element), 'live').to.equal(2);
  });

  it('ignores digits that are not on the scale', async () => {
    const element = await between(api);
    await press('Tab', '0', '6', '9');
    expect(checkedStar(element)).to.equal(0);
  });

  it('keeps its keys to itself and leaves the others alone', async () => {
    const element = await between(api);
    const heard: string[] = [];
    const modifiers = ['Control', 'Alt', 'Meta'];
    const listen = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (!modifiers.includes(key)) heard.push(`${key} ${defaultPrevented}`);
    };
    document.addEventListener('keydown', listen);
    await press('Tab', 'ArrowRight', 'Home', '4', 'Escape', 'Escape', 'x');
    for (const modifier of modifiers) {
      await sendKeys({ down: modifier });
      await press('ArrowDown');
      await sendKeys({ up: modifier });
    }
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([
      'Tab false',
      'Escape false',
      'x false',
      ...Array<string>(3).fill('ArrowDown false'),
    ]);
    expect(checkedStar(element)).to.equal(0);
  });

  for (const [name, key] of [
    ['Enter', 'Enter'],
    ['Space', ' '],
  ] as const) {
    it(`sends the focused star by ${name} and keeps the focus there`, async () => {
      const element = await between(api);
      await press('Tab', 'ArrowRight', 'ArrowRight', key);
      const [put] = await api.received('PUT');
      expect(put?.body).to.deep.equal({ value: 3 });
      await settled(element);
      expect([focusedStar(element), checkedStar(element)]).to.deep.equal([3, 3]);
      expect(tabStops(element)).to.deep.equal([3]);
      await press(key);
      expect((await api.requests('PUT')).length, 'the saved star again').to.equal(1);
    });
  }

  it('sends by the button that a choice brings, and the focus goes where no key acts', async () => {
    const element = await between(api);
    await press('Tab', 'End', 'Tab');
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Submit rating'));
    await press('Enter');
    await api.received('PUT');
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
    expect(said(element)[0]).to.equal(
      'Thank you, your vote: 5 of 5. Average rating 4.2 of 5, 6 votes.',
    );
  });

  it('comes back to the checked star, and leaving sends nothing', async () => {
    const element = await between(api);
    await press('Tab', '4', 'Tab', 'Tab');
    expect(document.activeElement?.id).to.equal('after');
    expect(checkedStar(element), 'the choice is kept').to.equal(4);
    expect(await api.requests('PUT')).to.be.empty;
    document.querySelector<HTMLElement>('#before')?.focus();
    await press('Tab');
    expect(focusedStar(element)).to.equal(4);
  });

  it('drops a choice by Escape and by nothing else', async () => {
    const element = await between(api);
    star(element, 2).click();
    await settled(element);
    star(element, 2).focus();
    await press('ArrowRight');
    expect(checkedStar(element)).to.equal(3);
    await press('Escape');
    expect(checkedStar(element)).to.equal(2);
    await press('Tab');
    expect((await api.requests('PUT')).length).to.equal(1);
  });

  it('can vote for the first star, which no arrow needs to reach', async () => {
    await between(api);
    await press('Tab', ' ');
    const [put] = await api.received('PUT');
    expect(put?.body).to.deep.equal({ value: 1 });
  });

  it('keeps the focus and marks its stars as waiting while a vote is on its way', async () => {
    const element = await between(api);
    await api.plan({ method: 'PUT', hold: true });
    await press('Tab', '4', 'Enter');
    await api.received('PUT');
    expect(star(element, 4).getAttribute('aria-disabled')).to.equal('true');
    expect(focusedStar(element)).to.equal(4);
    await press('ArrowRight', 'Enter');
    expect([focusedStar(element), checkedStar(element)]).to.deep.equal([4, 4]);
    await api.release();
    await settled(element);
    expect((await api.requests('PUT')).length).to.equal(1);
  });

  it('keeps the focus when the vote is final', async () => {
    await api.setup({ ratings: { a: rating({ policy: { change: false, withdraw: false } }) } });
    const element = await between(api);
    await press('Tab', '4', 'Enter');
    await until(() => group(element).getAttribute('role') === 'img', 'the vote to be final');
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
    await press('Tab');
    expect(document.activeElement?.id).to.equal('after');
  });

  it('keeps the focus when the vote is taken back', async () => {
    const element = await between(api);
    await press('Tab', '4', 'Enter');
    await settled(element);
    await press('Tab');
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Remove my vote'));
    await press('Enter');
    await api.received('DELETE');
    await settled(element);
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
    expect(checkedStar(element)).to.equal(0);
    expect(said(element)[0]).to.equal('Your vote has been removed.');
  });

  it('keeps the focus when a failed vote is sent again', async () => {
    const element = await between(api);
    await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
    await press('Tab', '4', 'Enter');
    await until(() => said(element)[1], 'the refusal');
    expect(said(element)[1]).to.contain('Please sign in to vote.');
    expect(checkedStar(element), 'the choice is kept').to.equal(4);
    await press('Tab', 'Enter');
    await until(() => said(element)[0], 'the thanks');
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
  });

  it('keeps the focus when a failed vote is given up', async () => {
    const element = await between(api);
    await api.plan({ method: 'PUT', status: 500, times: 100 });
    await press('Tab', '4', 'Enter');
    await until(() => said(element)[1], 'the fault');
    await press('Tab', 'Tab');
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Discard'));
    await press('Enter');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
    expect(checkedStar(element)).to.equal(0);
  });

  it('keeps the focus when the page changes its language or forbids votes', async () => {
    const element = await between(api);
    await press('Tab', '3');
    element.lang = 'ru';
    await until(() => star(element, 3).ariaLabel === '3 звезды из 5', 'Russian');
    await element.updateComplete;
    expect([focusedStar(element), checkedStar(element)]).to.deep.equal([3, 3]);
    element.disabled = true;
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(group(element));
  });

  it('takes the focus from the page', async () => {
    const element = await mountRating(api.url);
    element.focus();
    expect(focusedStar(element)).to.equal(1);
  });
});
