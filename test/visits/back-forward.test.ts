import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { PageServer, pageWith } from '../faults/page-server.js';
import { newKey, newToken } from '../server/support/ids.js';
import { type ReferenceServer, startReferenceServer } from '../support/reference-server.mjs';
import { engines, keepsPages, newTab, says, settled } from './engines.js';

interface Notes {
  /** Of each time that the page was shown, whether it came out of the back/forward cache. */
  readonly persisted: boolean[];
  /** Whether the page is shown now. */
  here: boolean;
  readonly streams: EventSource[];
  /** Types of the events that anybody listens for on the window. */
  readonly listened: string[];
}

type Noted = Window & typeof globalThis & { notes: Notes };

/** Runs in every page before its own scripts. */
function takeNotes(): void {
  const notes: Notes = { persisted: [], here: false, streams: [], listened: [] };
  Object.assign(window, { notes });
  window.addEventListener('pagehide', () => {
    notes.here = false;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    notes.persisted.push(persisted);
    notes.here = true;
  });
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...args: unknown[]) {
    if (this === window) notes.listened.push(String(args[0]));
    return Reflect.apply(addEventListener, this, args);
  };
  const Original = EventSource;
  window.EventSource = class extends Original {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      notes.streams.push(this);
    }
  };
}

/** Waits until the streams that the page has opened so far are in these states. */
const streams = (page: Page, states: readonly number[]) =>
  page.waitForFunction(
    (wanted) => `${(window as Noted).notes.streams.map(({ readyState }) => readyState)}` === wanted,
    { timeout: 30_000, polling: 50 },
    states.join(),
  );

/** Why the page was made anew, in the words of an engine that tells. */
const reasons = (page: Page) =>
  page.evaluate(() => JSON.stringify(performance.getEntriesByType('navigation')));

/** Goes back to a page; says of each time that it was shown whether it came out of the cache. */
async function goBack(page: Page, address: string): Promise<readonly boolean[]> {
  // Not by the driver, which in Firefox waits for a load that a page from the cache never has.
  await page.evaluate(() => history.back());
  await page.waitForFunction(
    (wanted) => location.href === wanted && (window as Noted).notes.here,
    { timeout: 30_000, polling: 50 },
    address,
  );
  return page.evaluate(() => (window as Noted).notes.persisted);
}

/** Clicks the star of that number as the reader of the page. */
const give = (page: Page, value: number) =>
  page.evaluate((number) => {
    const stars = document
      .querySelector('riac-star-rating')
      ?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=star]');
    stars?.[number - 1]?.click();
  }, value);

const widgets = (live: string) => `<riac-star-rating item="a" ${live}></riac-star-rating>
<riac-share-bar item="a" counts></riac-share-bar>
<riac-poll item="reading-habits" ${live}></riac-poll>`;

for (const [name, start] of engines) {
  describe(`${name}, back and forward`, () => {
    let api: ReferenceServer;
    let pages: PageServer;
    let site: string;
    let browser: Browser;
    let keeps: boolean;

    // Firefox keeps no page that had a stream open when the reader left: it decides before
    // it tells the page. There only pages without `live` are kept.
    const live = name === 'Chromium' ? 'live' : '';

    before(async () => {
      api = await startReferenceServer();
      pages = new PageServer((path) =>
        path === '/article'
          ? pageWith(`${api.origin}/api/v1`, widgets(live))
          : '<!doctype html>Else',
      );
      site = await pages.listen();
      browser = await start();
      keeps = await keepsPages(name);
      await someoneVotes(5);
    });
    after(async () => {
      await browser.close();
      pages.close();
      await api.stop();
      api.forget();
    });

    async function comesBack(page: Page): Promise<void> {
      const persisted = await goBack(page, `${site}/article`);
      assert.deepEqual(persisted, keeps ? [false, true] : [false], await reasons(page));
    }

    async function someoneVotes(value: number): Promise<void> {
      const { ok } = await fetch(`${api.origin}/api/v1/ratings/a/vote`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${newToken()}`,
          'idempotency-key': newKey(),
          'content-type': 'application/json',
        },
        body: JSON.stringify({ value }),
      });
      assert.ok(ok);
    }

    test('a page with live widgets is kept whole, and knows the news when it comes back', async () => {
      const page = await newTab(browser);
      await page.evaluateOnNewDocument(takeNotes);
      await page.goto(`${site}/article`);
      await says(page, 'riac-star-rating', 'votes: 1');
      if (live) await streams(page, [1]);
      const listened = await page.evaluate(() => (window as Noted).notes.listened);
      assert.ok(listened.includes('pageshow'));
      assert.deepEqual(
        listened.filter((type) => type.includes('unload')),
        [],
      );
      await page.goto(`${site}/elsewhere`);
      await someoneVotes(4);
      await comesBack(page);
      await says(page, 'riac-star-rating', 'votes: 2');
      if (live) {
        await streams(page, keeps ? [2, 1] : [1]);
        await someoneVotes(2);
        await says(page, 'riac-star-rating', 'votes: 3');
      }
      await page.close();
    });

    test('a page that comes back shows what the reader did in another tab meanwhile', async () => {
      const page = await newTab(browser);
      await page.evaluateOnNewDocument(takeNotes);
      await page.goto(`${site}/article`);
      await settled(page);
      await page.goto(`${site}/elsewhere`);
      const tab = await newTab(browser);
      await tab.goto(`${site}/article`);
      await settled(tab);
      await give(tab, 5);
      await tab.waitForSelector('riac-star-rating:state(voted):not(:state(pending))');
      await tab.close();
      await comesBack(page);
      await says(page, 'riac-star-rating', 'Your vote: 5');
      await page.close();
    });
  });
}
