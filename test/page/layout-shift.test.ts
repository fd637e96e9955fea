import { expect } from '@open-wc/testing';
import { pollBody, textOf } from '../poll/poll-page.js';
import { rating } from '../star-rating/rating-page.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import { realClick } from '../support/real-click.js';
import { until } from '../support/wait.js';

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

const names = ['star-rating', 'share-bar', 'poll'];

/** How a widget is written into a page, with what is shown before the script has come. */
const forms = {
  tags: (name: string, fallback = '') => `<riac-${name} item="a">${fallback}</riac-${name}>`,
  carriers: (name: string, fallback = '') =>
    `<div data-riac="${name}" data-item="a">${fallback}</div>`,
};

/** A page with the built style sheet, before the script has come: a line of text below each widget. */
async function open(api: FakeEndpoint, width: number, write = forms.tags, fallback = '') {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width: String(width), height: '1200' });
  const widgets = names.map((name) => `${write(name, fallback)}<p class="below">Below</p>`);
  frame.srcdoc = `<!doctype html><html lang="en"><link rel="stylesheet" href="/riac-widgets.css" />
    <style>riac-poll, [data-riac='poll'] { min-block-size: 36em }</style>
    <body data-riac-endpoint="${api.url}">${widgets.join('')}</body></html>`;
  document.body.append(frame);
  await new Promise((done) => frame.addEventListener('load', done, { once: true }));
  const page = frame.contentDocument as Document;
  const widget = (tag: string) => page.querySelector<HTMLElement>(tag);
  const inside = (tag: string, selector: string) => [
    ...(widget(tag)?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  return {
    frame,
    widget,
    said: (tag: string) => textOf(widget(tag)),
    inside,
    /** Clicks with the mouse on one of these. */
    press: (tag: string, selector: string, index = 0) =>
      realClick(frame, inside(tag, selector)[index] as HTMLElement),
    /** Where the lines below the widgets stand. */
    places: () =>
      [...page.querySelectorAll('.below')].map((line) => line.getBoundingClientRect().top),
    /** Adds the script, as if it had just come. */
    define: () =>
      page.head.append(
        Object.assign(page.createElement('script'), { type: 'module', src: '/riac-widgets.js' }),
      ),
  };
}

/** WebKit gives lines whole pixels, and style sheets parts of them: less than one is no movement. */
function expectStill(now: number[], before: number[], when: string): void {
  const moved = now.map((place, index) => Math.abs(place - (before[index] ?? 0)));
  expect(Math.max(...moved), `${when}: ${moved.join(', ')}`).to.be.below(1);
}

/**
 * What Chromium counts in that frame; other engines have no such list, and the sum stays 0. What moves
 * within half a second after a reader's own press does not count (Layout Instability, hadRecentInput):
 * a poll that gives way to its results.
 * @param strict - Counts that too.
 */
function countShifts(frame: HTMLIFrameElement, strict = false): () => Promise<number> {
  const view = frame.contentWindow as Window & typeof globalThis;
  let sum = 0;
  const add = (list: PerformanceEntryList) => {
    for (const entry of list as LayoutShift[])
      if (strict || !entry.hadRecentInput) sum += entry.value;
  };
  const observer = new view.PerformanceObserver((list) => add(list.getEntries()));
  if (view.PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    observer.observe({ type: 'layout-shift', buffered: true });
  const painted = () => new Promise((done) => view.requestAnimationFrame(done));
  return async () => {
    await painted();
    await painted();
    add(observer.takeRecords());
    return sum;
  };
}

const back = () => fakeEndpoint({ ratings: { a: rating() }, polls: { a: pollBody() } });

/**
 * A page whose script has come and drawn what the selector names, and from before that on what moves.
 * @param strict - Of shifts: see `countShifts`.
 */
async function openDrawn(width: number, tag: string, selector: string, strict = false) {
  const api = await back();
  const page = await open(api, width);
  const shifts = countShifts(page.frame, strict);
  const before = page.places();
  page.define();
  await until(() => page.inside(tag, selector).length, `${selector} in ${tag}`);
  const isStill = (when: string) => expectStill(page.places(), before, when);
  return { api, page, shifts, isStill };
}

const openRating = (width: number) => openDrawn(width, 'riac-star-rating', '[role=radio]', true);

describe('below a widget nothing moves', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.querySelector('iframe')?.remove());

  for (const [form, write] of Object.entries(forms))
    for (const width of [640, 360, 320]) {
      it(`while ${form} are defined and load, ${width} px wide`, async () => {
        const api = await back();
        const page = await open(api, width, write);
        const shifts = countShifts(page.frame);
        const before = page.places();
        await api.plan({ path: '/state', hold: true });
        page.define();
        await until(() => page.said('riac-star-rating').includes('Rate'), 'the rating');
        await until(() => page.inside('riac-share-bar', '[part~=copy]').length, 'the bar');
        expectStill(page.places(), before, 'while loading');
        await api.release();
        await until(() => page.said('riac-star-rating').includes('(votes: 5'), 'the numbers');
        await until(() => page.said('riac-poll').includes('Vote'), 'the poll');
        expectStill(page.places(), before, 'with numbers');
        expect(await shifts()).to.equal(0);
      });
    }

  for (const width of [640, 360, 320]) {
    for (const fallback of ['4.2 of 5, 31 votes', '<p>4.2 of 5, 31 votes</p>']) {
      it(`while numbers take the place of ${fallback}, ${width} px wide`, async () => {
        const api = await back();
        const page = await open(api, width, forms.tags, fallback);
        const shifts = countShifts(page.frame);
        const before = page.places();
        await api.plan({ path: '/state', hold: true });
        page.define();
        await until(() => page.said('riac-star-rating').includes('Rate'), 'the rating');
        await until(() => page.widget('riac-poll')?.shadowRoot, 'the poll');
        const words = () => names.map((name) => page.widget(`riac-${name}`)?.innerText ?? '');
        const shown = (text: string) => /4\.2 of 5, 31 votes/.test(text);
        expect(words().map(shown), 'while loading').to.deep.equal([true, false, true]);
        expectStill(page.places(), before, 'while loading');
        await api.release();
        await until(() => page.said('riac-star-rating').includes('(votes: 5'), 'the numbers');
        await until(() => page.said('riac-poll').includes('Vote'), 'the poll');
        expect(words().some(shown), 'with numbers').to.equal(false);
        expectStill(page.places(), before, 'with numbers');
        expect(await shifts()).to.equal(0);
      });
    }

    it(`while a rating is sent, counted and refused, ${width} px wide`, async () => {
      const { api, page, shifts, isStill } = await openRating(width);
      await api.plan({ method: 'PUT', hold: true });
      await page.press('riac-star-rating', '[role=radio]', 3);
      await api.received('PUT');
      isStill('sending');
      await api.release();
      // Shown are vote and numbers from the press on; another vote is taken after the answer only.
      await until(
        () => page.said('riac-star-rating').includes('Thank you, your vote: 4'),
        'thanks',
      );
      expect(page.said('riac-star-rating')).to.include('votes: 6');
      isStill('counted');
      await api.plan({ method: 'PUT', status: 403, code: 'challenge_required' });
      await page.press('riac-star-rating', '[role=radio]', 1);
      await until(() => page.said('riac-star-rating').includes('are human'), 'the refusal');
      isStill('refused');
      expect(await shifts()).to.equal(0);
    });

    it(`while a rating is kept, and counted later or not at all, ${width} px wide`, async () => {
      const { api, page, shifts, isStill } = await openRating(width);
      const keep = async (star: number) => {
        await api.plan({ method: 'PUT', drop: true, times: 100 });
        await page.press('riac-star-rating', '[role=radio]', star);
        await until(
          () => page.said('riac-star-rating').includes('Send now'),
          'the vote to be kept',
        );
        isStill('kept');
        await api.heal();
      };
      await keep(3);
      await page.press('riac-star-rating', '.told button');
      await until(() => page.said('riac-star-rating').includes('is now counted'), 'the vote');
      isStill('counted later');
      expect(await shifts()).to.equal(0);
      await keep(1);
      const snapshot = rating({ state: 'closed', version: 99 });
      const body = { snapshot, vote: { value: 4 } };
      await api.plan({ method: 'PUT', status: 409, code: 'closed', body });
      await page.press('riac-star-rating', '.told button');
      await until(() => page.said('riac-star-rating').includes('was not counted'), 'the sentence');
      isStill('not counted');
      // The numbers stand a little nearer to "Article rating" than to "Rate this article".
      expect((await shifts()).toFixed(3)).to.equal('0.000');
    });
  }

  for (const width of [640, 360]) {
    it(`while a poll is answered, and when that fails, ${width} px wide`, async () => {
      const { api, page, shifts, isStill } = await openDrawn(width, 'riac-poll', 'input');
      await api.plan({ method: 'PUT', status: 403, code: 'login_required' });
      await page.press('riac-poll', 'input');
      await page.press('riac-poll', '[part~=vote]');
      await until(() => page.said('riac-poll').includes('Please sign in'), 'the refusal');
      isStill('refused');
      await page.press('riac-poll', '[part~=vote]');
      await until(() => page.said('riac-poll').includes('Your vote has been counted'), 'the vote');
      isStill('counted');
      expect(await shifts()).to.equal(0);
    });
  }

  it('while a carrier shows its fallback, which leaves no room behind', async () => {
    const page = await open(await back(), 640, forms.carriers, 'Needs JavaScript.');
    const carriers = [...(page.frame.contentDocument?.querySelectorAll('[data-riac]') ?? [])];
    for (const carrier of carriers) {
      expect((carrier as HTMLElement).innerText).to.equal('Needs JavaScript.');
    }
    const before = page.places();
    page.define();
    await until(() => page.said('riac-star-rating').includes('(votes: 5'), 'the numbers');
    await until(() => page.said('riac-poll').includes('Vote'), 'the poll');
    expectStill(page.places(), before, 'defined');
    for (const carrier of carriers.slice(0, 2)) {
      const { minBlockSize, paddingBlockEnd } = getComputedStyle(carrier);
      expect([parseFloat(minBlockSize) || 0, parseFloat(paddingBlockEnd)]).to.eql([0, 0]);
    }
  });

  it('but without the style sheet it would, which this test sees', async () => {
    const page = await open(await back(), 640);
    page.frame.contentDocument?.querySelector('link')?.remove();
    const before = page.places();
    page.define();
    await until(() => page.said('riac-star-rating').includes('(votes: 5'), 'the numbers');
    expect(() => expectStill(page.places(), before, 'defined')).to.throw('defined');
  });
});
