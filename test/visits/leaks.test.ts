import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import { PageServer, pageWith } from '../faults/page-server.js';
import { startReferenceServer } from '../support/reference-server.mjs';
import { newTab, settled, startChromium } from './engines.js';

const tags = ['riac-star-rating', 'riac-share-bar', 'riac-poll'] as const;
const widgets = tags
  .map((tag) => `<${tag} item="reading-habits" counts histogram live></${tag}>`)
  .join('');

type Counted = Window & typeof globalThis & { timers: Set<unknown> };

/** Runs before the page's own scripts: keeps the list of timers that are still to run. */
function countTimers(): void {
  const timers = new Set<unknown>();
  Object.assign(window, { timers });
  const { setTimeout: start, clearTimeout: end } = window;
  const noted = (work: () => void, after = 0) => {
    const id = start(() => {
      timers.delete(id);
      work();
    }, after);
    timers.add(id);
    return id;
  };
  window.setTimeout = noted as unknown as typeof start;
  window.clearTimeout = (id) => {
    timers.delete(id);
    end(id);
  };
}

/** Takes every widget through what a page may do with it, so many times. */
async function rounds(times: number): Promise<void> {
  const frame = document.querySelector('iframe')?.contentDocument?.body;
  const task = () => new Promise((done) => setTimeout(done));
  const names = ['riac-star-rating', 'riac-share-bar', 'riac-poll'];
  const all = names.flatMap((name) => document.querySelector<HTMLElement>(name) ?? []);
  for (let round = 0; round < times; round += 1) {
    for (const widget of all) {
      widget.remove();
      if (round % 2) await task();
      document.body.append(widget);
      const copy = widget.cloneNode(true) as HTMLElement;
      widget.before(copy);
      await task();
      copy.remove();
      if (round % 3 === 0) {
        frame?.append(widget);
        await task();
        document.body.prepend(widget);
      }
    }
  }
  await new Promise((done) => setTimeout(done, 500));
}

/** How many objects of a kind the page holds, garbage left out. */
async function instances(page: Page, expression: string): Promise<number> {
  const prototype = await page.evaluateHandle(expression);
  const found = await page.queryObjects(prototype as never);
  const count = await found.evaluate((list) => (list as unknown as unknown[]).length);
  await Promise.all([prototype.dispose(), found.dispose()]);
  return count;
}

const kinds = [
  ...tags.map((tag) => `customElements.get('${tag}').prototype`),
  ...['EventSource', 'AbortController', 'MutationObserver', 'IntersectionObserver'].map(
    (name) => `${name}.prototype`,
  ),
  ...['ResizeObserver', 'Map', 'Set', 'Function'].map((name) => `${name}.prototype`),
];

async function holdings(page: Page, session: CDPSession): Promise<Record<string, number>> {
  await session.send('HeapProfiler.collectGarbage');
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = await instances(page, kind);
  const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const timers = await page.evaluate(() => (window as Counted).timers.size);
  return { ...counts, documents, nodes, jsEventListeners, timers };
}

test('100 rounds of removing, adding, cloning and adopting leave nothing growing', async (t) => {
  const api = await startReferenceServer();
  const pages = new PageServer((path) =>
    pageWith(`${api.origin}/api/v1`, path === '/frame' ? '' : `${widgets}<iframe src="/frame">`),
  );
  const browser = await startChromium();
  t.after(async () => {
    await browser.close();
    pages.close();
    await api.stop();
    api.forget();
  });
  const page = await newTab(browser);
  await page.evaluateOnNewDocument(countTimers);
  await page.goto(`${await pages.listen()}/article`);
  await settled(page);
  const session = await page.createCDPSession();
  // What is made once only, such as observers, comes in the first rounds.
  await page.evaluate(rounds, 20);
  const before = await holdings(page, session);
  await page.evaluate(rounds, 100);
  let after = before;
  let grown: string[] = [];
  // What is on its way ends by itself, later on a slow machine; what has leaked stays.
  for (let look = 0; look < 20; look += 1) {
    after = await holdings(page, session);
    // Less than one of anything for ten rounds: the engine's own caches breathe.
    grown = Object.keys(before).filter((kind) => (after[kind] ?? 0) > (before[kind] ?? 0) + 10);
    if (!grown.length) break;
    await pause(500);
  }
  assert.deepEqual(grown, [], JSON.stringify({ before, after }));
  await settled(page);
});
