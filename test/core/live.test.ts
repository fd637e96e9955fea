import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { randomHex, uuidV7 } from '../../src/data/random-id.js';
import { castVote } from '../support/counted.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { type HeldTimers, holdTimers } from '../support/held-timers.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const endpoint = '/api/v1';

const isWebKit = !/Chrome|Firefox/.test(navigator.userAgent);

/** Talks to the reference server past the library. */
async function send(path: string, token: string, body: object): Promise<void> {
  const response = await fetch(`${endpoint}/ratings/${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': uuidV7(),
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  expect(response.ok).to.equal(true);
}

/** Another reader votes. */
const someoneVotes = (item: string, value: number) =>
  send(`${item}/vote`, randomHex(16), { value });

const someoneCloses = (item: string) => send(item, 'test-editor-token', { closed: true });

const newItem = () => `live-${randomHex(4)}`;

async function followed(item: string, at = endpoint): Promise<ProbeElement> {
  const probe = await fixture<ProbeElement>(
    html`<riac-probe endpoint=${at} item=${item} live></riac-probe>`,
  );
  await until(() => probe.view.phase === 'ready', 'the item');
  return probe;
}

/** The reader goes to another tab, or comes back. */
function turnAway(hidden: boolean): void {
  const state = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

const stateOf = ({ view }: ProbeElement) => ('snapshot' in view ? view.snapshot.state : '');

/** A probe with room above it that the reader can scroll over. */
async function farDown(item: string): Promise<ProbeElement> {
  const box = await fixture(html`<div><div></div></div>`);
  box.querySelector<HTMLElement>('div')?.style.setProperty('block-size', `${innerHeight * 2}px`);
  const probe = document.createElement('riac-probe');
  Object.assign(probe, { endpoint, item, live: true });
  box.append(probe);
  await until(() => probe.view.phase === 'ready', 'the item');
  return probe;
}

describe('a live widget, against the reference server', () => {
  const Original = EventSource;
  let streams: EventSource[] = [];
  const open = () => streams.filter(({ readyState }) => readyState !== EventSource.CLOSED);

  beforeEach(() => {
    localStorage.clear();
    streams = [];
    // The streams are real ones, only counted.
    window.EventSource = class extends Original {
      constructor(url: string | URL, options?: EventSourceInit) {
        super(url, options);
        streams.push(this);
      }
    };
  });
  afterEach(() => {
    window.EventSource = Original;
    for (const name of ['hidden', 'visibilityState']) Reflect.deleteProperty(document, name);
    scrollTo(0, 0);
  });

  it('shows the votes of others without being asked', async () => {
    const item = newItem();
    const probe = await followed(item);
    await someoneVotes(item, 5);
    await until(() => probe.votes === 1, 'the first vote');
    await someoneVotes(item, 3);
    await until(() => probe.votes === 2, 'the second vote');
  });

  it('shares one stream with the others of the page, and ends it when it goes', async () => {
    const items = [newItem(), newItem()];
    const box = document.createElement('div');
    box.dataset['riacEndpoint'] = endpoint;
    for (const item of items) {
      const probe = document.createElement('riac-probe');
      Object.assign(probe, { item, live: true });
      box.append(probe);
    }
    document.body.prepend(box);
    const [first, second] = [...box.querySelectorAll('riac-probe')];
    await until(() => second?.view.phase === 'ready', 'the items');
    await someoneVotes(items[0] ?? '', 4);
    await someoneVotes(items[1] ?? '', 4);
    await until(() => first?.votes === 1 && second?.votes === 1, 'both votes');
    expect(open().length, 'one stream for both').to.equal(1);
    box.remove();
    await until(() => open().length === 0, 'the end of the stream');
  });

  it('is followed too where a page shows more of them than one request may name', async () => {
    const items = Array.from({ length: 25 }, newItem);
    const box = await fixture(
      html`<div data-riac-endpoint=${endpoint}>
        ${items.map((item) => html`<riac-probe item=${item} live></riac-probe>`)}
      </div>`,
    );
    const probes = [...box.querySelectorAll('riac-probe')];
    await until(() => probes.every(({ view }) => view.phase === 'ready'), 'the items');
    await until(() => open().length === 2, 'the streams');
    await someoneVotes(items[0] ?? '', 4);
    await someoneVotes(items[24] ?? '', 4);
    await until(() => probes[0]?.votes === 1 && probes[24]?.votes === 1, 'both votes');
  });

  it('has a stream only while it can be seen', async () => {
    await farDown(newItem());
    await aTimeout(500);
    expect(streams).to.deep.equal([]);
    scrollTo(0, document.documentElement.scrollHeight);
    await until(() => open().length === 1, 'the stream');
    scrollTo(0, 0);
    await until(() => open().length === 0, 'the end of the stream');
  });

  it('opens no streams for what the reader only scrolls past', async () => {
    const box = await fixture(html`<div data-riac-endpoint=${endpoint}></div>`);
    for (let row = 0; row < 20; row += 1) {
      const probe = document.createElement('riac-probe');
      Object.assign(probe, { item: newItem(), live: true });
      probe.style.cssText = `display: block; block-size: ${innerHeight}px`;
      box.append(probe);
    }
    // A reader who stops for so long has not scrolled past.
    const stops = holdTimers((after) => after === 200);
    scrollTo(0, innerHeight);
    await until(() => stops.names().length === 1, 'the first widgets in sight');
    for (let row = 2; row < 20; row += 1) {
      const [former] = stops.names();
      scrollTo(0, row * innerHeight);
      await until(() => stops.names()[0] !== former, 'the stream to be put off');
      expect(stops.waits().length).to.equal(1);
    }
    stops.run();
    stops.giveBack();
    await until(() => open().length === 1, 'the stream of the last one');
    expect(streams.length).to.be.at.most(2);
  });

  it('that joins a stream later, by another address, hears of its item too', async () => {
    const item = newItem();
    await followed(item);
    await until(() => open().length === 1, 'the stream');
    const box = await fixture(html`<div></div>`);
    const twin = document.createElement('riac-probe');
    Object.assign(twin, { endpoint, item, src: `${endpoint}/ratings/${item}`, live: true });
    box.append(twin);
    await until(() => twin.view.phase === 'ready', 'the item');
    await someoneVotes(item, 5);
    await until(() => twin.votes === 1, 'the vote');
    expect(streams.length).to.equal(1);
  });

  it('has none while the tab is hidden, and catches up afterwards', async () => {
    const item = newItem();
    const probe = await followed(item);
    await until(() => open().length === 1, 'the stream');
    turnAway(true);
    await until(() => open().length === 0, 'the end of the stream');
    await someoneVotes(item, 4);
    turnAway(false);
    await until(() => open().length === 1, 'another stream');
    await until(() => probe.votes === 1, 'the vote');
  });

  it('has none from the moment when voting is over', async () => {
    const item = newItem();
    const probe = await followed(item);
    await until(() => open().length === 1, 'the stream');
    await someoneCloses(item);
    await until(() => stateOf(probe) === 'closed' && open().length === 0, 'the end');
    expect(streams.length, 'none after the first').to.equal(1);
  });
});

describe('a live widget of a reader who may see more than others', () => {
  const Original = EventSource;
  let pauses: HeldTimers;

  beforeEach(() => {
    localStorage.clear();
    pauses = holdTimers((after) => after > 15_000);
    // A stream that is open and has no news: what only voters see is not announced.
    window.EventSource = class extends EventTarget {
      onopen?: () => void;
      constructor() {
        super();
        queueMicrotask(() => this.onopen?.());
      }
      close(): void {}
    } as unknown as typeof EventSource;
  });
  afterEach(() => {
    window.EventSource = Original;
    pauses.giveBack();
  });

  it('is looked at now and then, and no more once everyone may see as much', async () => {
    const api = await fakeEndpoint();
    const probe = await followed('a', api.url);
    const waiting = () => until(() => pauses.waits().length === 1, 'the next look');
    await waiting();
    pauses.run();
    await waiting();
    expect((await api.requests('GET')).length, 'nothing that others may not see').to.equal(1);
    await castVote(probe, { value: 4 });
    await waiting();
    expect(pauses.waits()[0]).to.be.within(30_000, 60_000);
    pauses.run();
    await api.received('GET', 3);
    await waiting();
    await until(() => !probe.view.phase.includes('loading'), 'the look');
    const looks = async () => (await api.requests('GET')).map(({ path }) => path);
    expect(await looks()).to.have.members(['/state', '/state', '/me']);
  });
});

describe('a live widget whose stream does not work', () => {
  let pauses: HeldTimers;

  beforeEach(() => {
    localStorage.clear();
    pauses = holdTimers((after) => after > 15_000);
  });
  afterEach(() => {
    pauses.giveBack();
    for (const name of ['hidden', 'visibilityState']) Reflect.deleteProperty(document, name);
  });

  const pausing = (count: number) =>
    until(() => pauses.waits().length === count, `${count} pauses`);

  it('is looked at every 15 to 60 seconds, for news only, until voting is over', async () => {
    const api = await fakeEndpoint();
    const headers = { etag: '"seven"', 'cache-control': 'no-cache' };
    await api.plan({ path: '/state', headers });
    await api.plan({ path: '/shares/a', headers });
    await fetch(`${api.url}/shares/a`);
    await fetch(`${api.url}/shares/a`, { cache: 'no-cache' });
    const asked = async (at: string) =>
      (await api.requests()).filter(({ path }) => path === at).map((request) => request.headers);
    const [, again] = await asked('/shares/a');
    const probe = await followed('a', api.url);
    await pausing(1);
    expect(pauses.waits()[0]).to.be.within(15_000, 30_000);
    for (let look = 1; look <= 3; look += 1) {
      pauses.run();
      await pausing(1);
      expect(pauses.waits()[0]).to.be.within(30_000, 60_000);
    }
    await until(async () => (await asked('/state')).length === 4, 'three more looks');
    // As the engine itself asks again: WebKit has no cache while a driver steers it.
    const tag = (await asked('/state'))[1]?.['if-none-match'];
    expect(tag).to.equal(again?.['if-none-match']);
    if (!isWebKit) expect(tag).to.equal('"seven"');
    await api.setup({ ratings: { a: { item: 'a', version: 9, state: 'closed', votes: 3 } } });
    pauses.run();
    await until(() => stateOf(probe) === 'closed', 'the news');
    await pausing(0);
  });

  it('is not looked at while the tab is hidden', async () => {
    const api = await fakeEndpoint();
    await followed('a', api.url);
    await pausing(1);
    turnAway(true);
    await pausing(0);
    turnAway(false);
    await pausing(1);
  });

  it('comes back at another moment than the others', async () => {
    const endpoints = await Promise.all(Array.from({ length: 6 }, () => fakeEndpoint()));
    for (const { url } of endpoints) await followed('a', url);
    await pausing(endpoints.length);
    expect(new Set(pauses.waits()).size).to.equal(endpoints.length);
  });
});
