import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { PreviewEvent } from '../../src/star-rating/star-rating-events.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';
import {
  button,
  buttons,
  checkedStar,
  click,
  fills,
  find,
  group,
  loaded,
  mountRating,
  point,
  rating,
  said,
  settled,
  star,
  stars,
  words,
} from './rating-page.js';

const previews = (element: HTMLElement) => {
  const heard: [PreviewEvent['phase'], number | null][] = [];
  element.addEventListener('riac-preview', ({ phase, value }) => heard.push([phase, value]));
  return heard;
};

describe('a vote by pointer', () => {
  let api: FakeEndpoint;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint({ ratings: { a: rating() } });
  });
  afterEach(() => resetMouse());

  it('is one click: shown at once, counted once, told by one event', async () => {
    const element = await mountRating(api.url);
    const events: unknown[] = [];
    element.addEventListener('riac-vote', ({ vote }) => events.push(vote));
    await api.plan({ method: 'PUT', hold: true });
    await click(star(element, 3));
    expect(checkedStar(element)).to.equal(3);
    expect(words(element)).to.contain('(votes: 6, rating: 3.8)').and.contain('Your vote: 3');
    expect(events).to.be.empty;
    await api.release();
    await until(() => events.length, 'the event');
    expect(events).to.deep.equal([{ value: 3 }]);
    expect((await api.requests('PUT')).map(({ body }) => body)).to.deep.equal([{ value: 3 }]);
  });

  it('needs no second step', async () => {
    const element = await mountRating(api.url);
    await click(star(element, 5));
    await settled(element);
    expect(buttons(element).map(({ innerText }) => innerText)).to.deep.equal(['Remove my vote']);
  });

  it('is one vote when the reader double-clicks', async () => {
    const element = await mountRating(api.url);
    await click(star(element, 4));
    await click(star(element, 4));
    await settled(element);
    star(element, 4).dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await element.updateComplete;
    expect(checkedStar(element)).to.equal(4);
    expect((await api.requests('PUT')).length).to.equal(1);
    expect(await api.requests('DELETE')).to.be.empty;
  });

  it('is replaced, not added to, by another star', async () => {
    const element = await mountRating(api.url);
    await click(star(element, 5));
    await settled(element);
    await click(star(element, 2));
    await settled(element);
    expect(words(element)).to.contain('(votes: 6, rating: 3.7)').and.contain('Your vote: 2');
    expect((await api.requests('PUT')).length).to.equal(2);
  });

  it('is taken back by a button of its own', async () => {
    const element = await mountRating(api.url);
    await click(star(element, 5));
    await settled(element);
    await click(button(element, 'Remove my vote'));
    await api.received('DELETE');
    await settled(element);
    expect(checkedStar(element)).to.equal(0);
    expect(words(element)).to.contain('(votes: 5, rating: 4)').and.not.contain('Your vote:');
  });

  it('has no such button where votes cannot be taken back', async () => {
    await api.setup({ ratings: { a: rating({ policy: { change: true, withdraw: false } }) } });
    const element = await mountRating(api.url);
    await click(star(element, 5));
    await settled(element);
    expect(buttons(element)).to.be.empty;
  });

  it('is stopped by the page before anything is sent', async () => {
    const element = await mountRating(api.url);
    element.addEventListener('riac-before-vote', (event) => event.preventDefault());
    await click(star(element, 5));
    expect(checkedStar(element)).to.equal(0);
    expect(await api.requests('PUT')).to.be.empty;
  });

  it('is not cast between the stars and their text', async () => {
    const element = await mountRating(api.url);
    await click(find(element, '[part=summary]'));
    await click(find(element, '[part=prompt]'));
    expect(await api.requests('PUT')).to.be.empty;
  });

  it('leaves scrolling to the page', async () => {
    const element = await mountRating(api.url);
    const touch = [element, group(element), ...stars(element)].map(
      (part) => getComputedStyle(part).touchAction,
    );
    expect(touch.every((action) => action === 'auto' || action === 'manipulation')).to.be.true;
    const down = new PointerEvent('pointerdown', { bubbles: true, cancelable: true });
    star(element, 3).dispatchEvent(down);
    const start = new Event('touchstart', { bubbles: true, cancelable: true });
    star(element, 3).dispatchEvent(start);
    expect([down.defaultPrevented, start.defaultPrevented]).to.deep.equal([false, false]);
    expect(await api.requests('PUT'), 'a press is no vote').to.be.empty;
  });

  it('has targets of at least 24 by 24 CSS pixels, whatever the size of the stars', async () => {
    const element = await mountRating(api.url);
    for (const size of ['s', 'm', 'l'] as const) {
      element.size = size;
      await element.updateComplete;
      for (const { width, height } of stars(element).map((box) => box.getBoundingClientRect())) {
        expect(Math.min(width, height), size).to.be.at.least(24);
      }
    }
  });
});

describe('a preview', () => {
  let element: StarRatingElement;

  beforeEach(async () => {
    localStorage.clear();
    // A mouse that rests where the stars come would point at them.
    await sendMouse({ type: 'move', position: [1, 500] });
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    element = await mountRating(api.url);
  });
  afterEach(() => resetMouse());

  it('fills the stars up to the mouse and tells start, values and end', async () => {
    const heard = previews(element);
    await point(star(element, 2));
    await element.updateComplete;
    expect(fills(element)).to.deep.equal([100, 100, 0, 0, 0]);
    await point(star(element, 3));
    await sendMouse({ type: 'move', position: [1, 500] });
    await until(() => heard.length === 3, 'the end of the preview');
    expect(heard).to.deep.equal([
      ['start', 2],
      ['value', 3],
      ['end', null],
    ]);
    await element.updateComplete;
    expect(fills(element)).to.deep.equal([100, 100, 100, 100, 0]);
    expect(checkedStar(element), 'pointing is not choosing').to.equal(0);
  });

  it('ends with the choice, so that the new mean is seen', async () => {
    const heard = previews(element);
    await point(star(element, 5));
    await click(star(element, 5));
    await until(() => heard.length === 2, 'the end of the preview');
    await settled(element);
    expect(heard).to.deep.equal([
      ['start', 5],
      ['end', null],
    ]);
    expect(fills(element).slice(0, 4)).to.deep.equal([100, 100, 100, 100]);
    expect(fills(element)[4]).to.be.closeTo(100 / 6, 0.1);
  });

  it('does not come back when the page moves stars under a mouse that rests', async () => {
    await click(star(element, 5));
    await settled(element);
    const heard = previews(element);
    element.style.marginInlineStart = '60px';
    // What browsers tell of themselves here comes with the next frames, or never.
    await aTimeout(300);
    expect(heard).to.be.empty;
    await point(star(element, 4));
    await until(() => heard.length, 'the start of a preview');
    expect(heard).to.deep.equal([['start', 4]]);
  });

  it('never comes from a finger', async () => {
    const heard = previews(element);
    const over = new PointerEvent('pointerover', { bubbles: true, pointerType: 'touch' });
    star(element, 2).dispatchEvent(over);
    await element.updateComplete;
    expect(heard).to.be.empty;
    expect(fills(element)).to.deep.equal([100, 100, 100, 100, 0]);
  });

  it('never comes from a rating that takes no vote', async () => {
    element.readonly = true;
    await element.updateComplete;
    const heard = previews(element);
    await point(star(element, 2));
    await click(star(element, 2));
    expect(heard).to.be.empty;
    expect(said(element)).to.deep.equal(['', '']);
  });
});

describe('two copies of one rating', () => {
  it('share one request, stay in step and speak once', async () => {
    localStorage.clear();
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const page = await fixture<HTMLElement>(
      html`<div data-riac-endpoint=${api.url}>
        <riac-star-rating item="a"></riac-star-rating>
        <riac-star-rating item="a" summary="short"></riac-star-rating>
      </div>`,
    );
    const [top, bottom] = [...page.querySelectorAll('riac-star-rating')] as [
      StarRatingElement,
      StarRatingElement,
    ];
    await loaded(top);
    await loaded(bottom);
    expect((await api.requests('GET')).length).to.equal(1);
    await click(star(bottom, 5));
    await settled(bottom);
    await until(() => said(bottom)[0], 'the thanks');
    expect([checkedStar(top), checkedStar(bottom)]).to.deep.equal([5, 5]);
    expect(said(top)).to.deep.equal(['', '']);
    expect(words(bottom)).to.contain('(6 votes)');
    expect((await api.requests('PUT')).length).to.equal(1);
    await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
    await click(star(top, 2));
    await until(() => said(top)[1], 'the refusal');
    expect(said(bottom), 'an error is said once too').to.deep.equal(['', '']);
    expect(words(bottom)).to.contain('Please sign in to vote.');
    expect([checkedStar(top), checkedStar(bottom)]).to.deep.equal([2, 2]);
  });
});
