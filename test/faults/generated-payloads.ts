import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Page } from 'puppeteer-core';
import type { Scenario } from '../server/faults/scenario.js';
import { chromiumLaunchOptions } from '../support/find-browsers.mjs';
import { type Chance, chanceOf } from './chance.js';
import { PageServer, pageWith } from './page-server.js';

const perPage = 30;
const kinds = ['rating', 'share', 'poll'] as const;
type Kind = (typeof kinds)[number];
type Json = unknown;

const good: Readonly<Record<Kind, (item: string) => Json>> = {
  rating: (item) => ({
    ...{ item, version: 7, state: 'open', max: 5, votes: 5, mean: 4, histogram: [0, 0, 1, 3, 1] },
    policy: { change: true, withdraw: true },
  }),
  share: (item) => ({ item, version: 9, total: 12, networks: { telegram: 7, vk: 5 } }),
  poll: (item) => ({
    ...{
      item,
      revision: 3,
      version: 108,
      state: 'open',
      opens_at: null,
      lang: 'en',
      title: 'Poll',
    },
    closes_at: '2030-11-10T00:00:00Z',
    ...{ results: 'always', results_state: 'visible', voters: 108 },
    policy: { change: true, withdraw: true },
    questions: ['single', 'multiple'].map((kind, index) => ({
      ...{ id: `q${index}`, text: 'Why?', kind, min: 1, max: 2, required: true, order: 'random' },
      ...{ voters: 108, votes: 108, other: index === 1, written: ['Because'] },
      options: ['a', 'b', 'c'].map((id) => ({
        ...{ id, label: id.toUpperCase(), description: null, pinned: id === 'c', votes: 33 },
        image: { src: 'data:,', alt: 'A picture', width: 4, height: 3 },
      })),
    })),
  }),
};

/** What may stand in the place of any value. */
const strangers: readonly Json[] = [
  ...[null, true, false, 0, -1, 0.5, -0, 1e21, 2 ** 53, 5e-324, '', '7', ' ', '__proto__'],
  ...[[], {}, [[]], [null], { toString: null }, '<b>bold</b>', '\u202e\u0000', 'x'.repeat(5000)],
  ...['2030-01-01', 'closed', 'hidden', 'after_vote', [1, 2, 3], { length: 3 }, '🙂'.repeat(50)],
];

/** A copy in which some values are missing, doubled, or not what they should be. */
function bent(value: Json, chance: Chance): Json {
  const luck = chance.below(40);
  if (luck === 0) return chance.pick(strangers);
  if (Array.isArray(value)) {
    const parts = value.map((part) => bent(part, chance));
    return luck === 1 ? [...parts, ...parts] : luck === 2 ? parts.slice(1) : parts;
  }
  if (!value || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(() => chance.below(40) > 0);
  const more = luck === 3 ? [['__proto__', { votes: 'x' }] as const] : [];
  return Object.fromEntries([...kept, ...more].map(([name, part]) => [name, bent(part, chance)]));
}

/** A back end that answers every question with something near to what the contract says. */
function bentBackEnd(chance: Chance, count: () => void) {
  const entries = (query: URLSearchParams) =>
    [...query].flatMap(([name, item]) => {
      const kind = kinds.find((one) => one === name);
      if (!kind) return [];
      count();
      const body = bent(good[kind](item), chance);
      return [chance.below(60) ? { kind, item, status: 200, body } : bent({ kind, item }, chance)];
    });
  return createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    response.writeHead(200, {
      ...{ 'access-control-allow-origin': '*', 'cache-control': 'no-store' },
      'content-type': 'application/json',
    });
    response.end(JSON.stringify({ items: entries(searchParams) }));
  });
}

/** Waits until no widget loads any more, then answers all that a reader can see or hear. */
async function shownWords(): Promise<string> {
  const widgets = [...document.body.children].filter(({ localName }) => localName !== 'script');
  const still = () => widgets.some((widget) => widget.matches(':state(loading), :not(:defined)'));
  for (let look = 0; look < 200 && still(); look += 1)
    await new Promise((done) => setTimeout(done, 20));
  await new Promise((done) => setTimeout(done, 20));
  const words = (root: ParentNode) =>
    [...root.querySelectorAll('*')].flatMap((part) =>
      part.localName === 'style'
        ? []
        : [...part.attributes, ...part.childNodes].flatMap((leaf) =>
            leaf instanceof Attr || leaf instanceof Text ? (leaf.textContent ?? '') : [],
          ),
    );
  return widgets
    .map(({ localName, shadowRoot }) => `${localName}: ${shadowRoot ? words(shadowRoot) : ''}`)
    .join('\n');
}

const lineAt = (text: string, wrong: RegExp) => text.split('\n').filter((line) => wrong.test(line));

async function look(page: Page, url: string, findings: string[]): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  const text = await page.evaluate(shownWords);
  findings.push(...lineAt(text, /\bundefined\b|\[object|NaN/).map((line) => line.slice(0, 400)));
}

const widgets = Array.from({ length: perPage }, (_, index) => {
  const tag = ['star-rating', 'share-bar', 'poll'][index % 3];
  const more = index % 3 === 0 ? ' histogram' : index % 3 === 1 ? ' counts' : '';
  return `<riac-${tag} item="i${index}"${more}></riac-${tag}>`;
}).join('');

/** Near-miss JSON for all three widgets, shown by the real bundle. */
export const generatedPayloads: Scenario = {
  name: 'generated payloads in a browser',
  async run({ short, minutes = Infinity, seed = Math.floor(Math.random() * 2 ** 31) }) {
    const wanted = short ? 900 : 100_000;
    const end = Date.now() + minutes * 60_000;
    let payloads = 0;
    const goesOn = () => payloads < wanted && Date.now() < end;
    const server = bentBackEnd(chanceOf(seed), () => (payloads += 1));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const pages = new PageServer(() => pageWith(`http://127.0.0.1:${port}`, widgets));
    const site = await pages.listen();
    const browser = await puppeteer.launch(await chromiumLaunchOptions());
    const findings: string[] = [];
    const page = await browser.newPage();
    // So that every widget is near the screen.
    await page.setViewport({ width: 800, height: 2000 });
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    page.on('pageerror', (error) => findings.push(`uncaught: ${String(error)}`));
    while (goesOn() && findings.length < 10) await look(page, `${site}/`, findings);
    await browser.close();
    pages.close();
    server.close();
    server.closeAllConnections();
    for (const finding of findings) console.error(finding);
    return {
      verdict: { ballots: 0, lost: findings.length, twice: 0, differing: 0 },
      detail: `seed ${seed}, ${payloads} payloads, ${findings.length} findings`,
    };
  },
};
