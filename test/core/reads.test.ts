import { expect, fixture, html } from '@open-wc/testing';
import type { FailureEvent } from '../../src/data/events.js';
import { castVote, counted } from '../support/counted.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const rating = (item: string, votes = 4, version = 7) => ({
  item,
  version,
  state: 'open',
  max: 5,
  votes,
  mean: 4,
  histogram: [0, 0, 0, votes, 0],
  policy: { change: true, withdraw: true },
});

async function mount(count: number, api: FakeEndpoint): Promise<ProbeElement[]> {
  const items = Array.from({ length: count }, (_, index) => `i${index}`);
  const box = await fixture(
    html`<div data-riac-endpoint=${api.url}>
      ${items.map((item) => html`<riac-probe item=${item}></riac-probe>`)}
    </div>`,
  );
  const probes = [...box.querySelectorAll('riac-probe')];
  await until(() => probes.every(({ view }) => view.phase === 'ready'), 'all items');
  return probes;
}

async function failing(plan: Parameters<FakeEndpoint['plan']>[0], text = 'fallback') {
  const api = await fakeEndpoint({ ratings: { a: rating('a') } });
  // Browsers repeat a read of their own accord when the connection breaks.
  await api.plan({ method: 'GET', times: 1000, ...plan });
  const element = fixture<ProbeElement>(
    html`<riac-probe endpoint=${api.url} item="a">${text}</riac-probe>`,
  );
  const probe = await element;
  await until(() => probe.view.phase === 'unavailable', 'the failure');
  await probe.updateComplete;
  return { api, probe };
}

const nextTask = () => new Promise((done) => setTimeout(done));

/** Waits until what has come near the screen is asked for: a frame tells the widgets of it, their next task asks. */
async function askedFor(element: Element): Promise<void> {
  await new Promise<void>((done) => {
    const observer = new IntersectionObserver(() => {
      observer.disconnect();
      done();
    });
    observer.observe(element);
  });
  await nextTask();
  await nextTask();
}

describe('reading', () => {
  beforeEach(() => localStorage.clear());

  it('asks for all items of a page in one request without headers of its own', async () => {
    const api = await fakeEndpoint();
    await mount(20, api);
    const requests = await api.requests();
    expect(requests.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['GET /state']);
    for (const name of ['authorization', 'idempotency-key', 'content-type', 'cookie']) {
      expect(requests[0]?.headers[name], name).to.equal(undefined);
    }
  });

  it('splits at 20 items', async () => {
    const api = await fakeEndpoint();
    await mount(41, api);
    const sizes = (await api.requests()).map(({ query }) => query.split('&').length);
    expect(sizes.sort()).to.deep.equal([1, 20, 20]);
  });

  it('fills its requests along a long page, in whatever order the elements came', async () => {
    const api = await fakeEndpoint();
    const places = Array.from({ length: 120 }, (_, index) => index);
    const box = await fixture(
      html`<div data-riac-endpoint=${api.url}>${places.map(() => html`<p></p>`)}</div>`,
    );
    for (const place of places.sort((one, other) => (one % 3) - (other % 3))) {
      const probe = document.createElement('riac-probe');
      probe.item = `i${place}`;
      const paragraph = box.children[place] as HTMLElement;
      paragraph.style.cssText = 'block-size: 165px; margin: 0';
      paragraph.append(probe);
    }
    const loaded = (probe: ProbeElement) => probe.view.phase === 'ready';
    for (const probe of box.querySelectorAll('riac-probe')) {
      if (Number(probe.item.slice(1)) % 10) continue;
      probe.scrollIntoView({ behavior: 'instant' });
      // What a reader jumps over is not loaded.
      await askedFor(probe);
      await until(() => loaded(probe), 'the element in sight');
    }
    await until(() => [...box.querySelectorAll('riac-probe')].every(loaded), 'all elements');
    const sizes = (await api.requests()).map(({ query }) => query.split('&').length);
    expect(sizes).to.deep.equal([20, 20, 20, 20, 20, 20]);
  });

  it('asks for the reader’s own state only where the reader has voted before', async () => {
    const api = await fakeEndpoint({ ratings: { i0: rating('i0') } });
    const [probe] = await mount(1, api);
    if (!probe) throw new Error('an element expected');
    await castVote(probe, { value: 3 });
    probe.remove();
    await nextTask();
    const [again] = await mount(1, api);
    if (!again) throw new Error('an element expected');
    await counted(again, 3);
    const reads = (await api.requests('GET')).map(({ path }) => path);
    expect(reads).to.deep.equal(['/state', '/state', '/me']);
  });

  it('keeps copies of one item in step, with one announcement and one event', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating('a') } });
    const box = await fixture(
      html`<div data-riac-endpoint=${api.url}>
        <riac-probe item="a"></riac-probe><riac-probe item="a"></riac-probe>
      </div>`,
    );
    const [first, second] = [...box.querySelectorAll('riac-probe')];
    if (!first || !second) throw new Error('two copies expected');
    await until(() => second.view.phase === 'ready', 'the item');
    let events = 0;
    box.addEventListener('riac-vote', () => events++);
    second.shared.cast({ value: 5 });
    expect(first.votes).to.equal(5);
    await until(() => first.view.phase === 'ready', 'the answer');
    await Promise.all([first.updateComplete, second.updateComplete]);
    expect([first.announced, second.announced]).to.deep.equal(['', 'voted']);
    expect(events).to.equal(1);
    expect((await api.requests()).map(({ method }) => method)).to.deep.equal(['GET', 'PUT']);
  });

  it('serves a copy that comes while the item is being loaded', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating('a') } });
    await api.plan({ path: '/state', hold: true });
    const box = await fixture(
      html`<div data-riac-endpoint=${api.url}><riac-probe item="a"></riac-probe></div>`,
    );
    await api.received('GET');
    const copy = document.createElement('riac-probe');
    copy.item = 'a';
    box.append(copy, document.createElement('riac-probe'));
    Object.assign(box.lastElementChild ?? {}, { item: 'b' });
    await api.received('GET', 2);
    await api.release();
    await until(() => copy.view.phase === 'ready', 'the copy');
    const asked = (await api.requests()).map(({ query }) => query);
    expect(asked).to.deep.equal(['rating=a', 'rating=b']);
  });

  it('takes no own state that was asked for before another tab voted', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating('a', 0, 1) } });
    const token = 'a'.repeat(32);
    localStorage.setItem(`riac1:voter:${api.url}`, token);
    const body = { vote: null, snapshot: rating('a', 0, 1) };
    const text = JSON.stringify({ items: [{ kind: 'rating', item: 'a', status: 200, body }] });
    await api.plan({ path: '/me', hold: true, text });
    const probe = await fixture<ProbeElement>(
      html`<riac-probe endpoint=${api.url} item="a"></riac-probe>`,
    );
    await until(() => probe.view.phase === 'ready', 'the public numbers');
    await fetch(`${api.url}/ratings/a/vote`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'of the other tab' },
      body: '{"value":4}',
    });
    const key = `riac1:outbox:${api.url} rating a`;
    dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    await counted(probe, 4);
    await api.release();
    // What was told in vain is asked for again.
    await until(async () => (await api.requests('GET')).length >= 5, 'another look');
    expect([probe.ownVote, probe.votes]).to.deep.equal([4, 1]);
  });

  it('never lets numbers go back', async () => {
    const api = await fakeEndpoint({ ratings: { i0: rating('i0', 9, 20) } });
    const [probe] = await mount(1, api);
    await api.setup({ ratings: { i0: rating('i0', 3, 19) } });
    dispatchEvent(new Event('online'));
    await api.received('GET', 2);
    await api.setup({ ratings: { i0: rating('i0', 10, 21) } });
    dispatchEvent(new Event('online'));
    await until(() => probe?.votes !== 9, 'the newer snapshot');
    expect(probe?.votes).to.equal(10);
  });

  it('follows a change of item, endpoint and ancestor', async () => {
    const ratings = { a: rating('a', 1), b: rating('b', 2) };
    const api = await fakeEndpoint({ ratings });
    const other = await fakeEndpoint({ ratings: { b: rating('b', 3) } });
    const box = await fixture(html`<div><riac-probe item="a">here</riac-probe></div>`);
    const probe = box.querySelector('riac-probe');
    expect(probe?.view.phase).to.equal('empty');
    box.setAttribute('data-riac-endpoint', api.url);
    await until(() => probe?.votes === 1, 'the endpoint of the ancestor');
    probe?.setAttribute('item', 'b');
    await until(() => probe?.votes === 2, 'the other item');
    probe?.setAttribute('endpoint', other.url);
    await until(() => probe?.votes === 3, 'the own endpoint');
  });

  it('finds the endpoint and language beyond shadow roots', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating('a', 6) } });
    const box = await fixture(html`<div lang="ru" data-riac-endpoint=${api.url}><p></p></div>`);
    const root = box.querySelector('p')?.attachShadow({ mode: 'open' });
    const probe = document.createElement('riac-probe');
    probe.item = 'a';
    root?.append(probe);
    await until(() => probe.votes === 6, 'the item');
    expect(probe.shared.lang).to.equal('ru');
    box.setAttribute('lang', 'en');
    await until(() => probe.shared.lang === 'en', 'the new language');
  });

  it('still loads after being moved while loading', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating('a') } });
    await api.plan({ method: 'GET', hold: true });
    const box = await fixture(
      html`<div data-riac-endpoint=${api.url}>
        <riac-probe item="a"></riac-probe>
      </div>`,
    );
    const probe = box.querySelector('riac-probe');
    await api.received('GET');
    if (probe) box.append(probe);
    await api.release();
    await until(() => probe?.view.phase === 'ready', 'the item');
  });
});

describe('a failed read', () => {
  beforeEach(() => localStorage.clear());

  const cases = [
    { name: 'an HTML page with status 200', plan: { text: '<h1>Hi</h1>', type: 'text/html' } },
    { name: 'broken JSON', plan: { text: '{"items":[' } },
    { name: 'the wrong shape', plan: { text: '{"items":7}' } },
    {
      name: 'wrong types inside',
      plan: { text: '{"items":[{"kind":"rating","item":"a","status":200,"body":{}}]}' },
    },
    { name: 'an unknown item', plan: { text: '{"items":[]}' } },
    { name: 'a server error', plan: { status: 500 } },
    { name: 'no answer', plan: { drop: true } },
  ];
  for (const { name, plan } of cases) {
    it(`(${name}) shows the fallback and one sentence with Retry, which works`, async () => {
      const { api, probe } = await failing(plan);
      const alert = probe.renderRoot.querySelector('[role=alert]');
      expect(alert?.textContent?.trim().length).to.be.greaterThan(5);
      expect(alert?.textContent).not.to.match(/undefined|NaN|\[object|</);
      expect(probe.renderRoot.querySelector('slot')).to.exist;
      await api.heal();
      alert?.querySelector('button')?.click();
      await until(() => probe.view.phase === 'ready', 'the second try');
    });
  }

  it('fires riac-error with the kind of failure and the field at fault', async () => {
    const api = await fakeEndpoint();
    await api.plan({
      text: '{"items":[{"kind":"rating","item":"a","status":200,"body":{"version":1}}]}',
    });
    const probe = document.createElement('riac-probe');
    Object.assign(probe, { endpoint: api.url, item: 'a' });
    const event = await new Promise<FailureEvent>((done) => {
      probe.addEventListener('riac-error', done, { once: true });
      document.body.append(probe);
    });
    expect([event.failure, event.message]).to.deep.equal(['malformed', 'votes: expected a count']);
    probe.remove();
  });

  it('of one item leaves its neighbours alone', async () => {
    const api = await fakeEndpoint({ ratings: { i1: { item: 'i1', version: 'x' } } });
    const items = ['i0', 'i1', 'i2'];
    const box = await fixture(
      html`<div data-riac-endpoint=${api.url}>
        ${items.map((item) => html`<riac-probe item=${item}></riac-probe>`)}
      </div>`,
    );
    const phases = () => [...box.querySelectorAll('riac-probe')].map(({ view }) => view.phase);
    await until(() => !phases().includes('loading'), 'all answers');
    expect(phases()).to.deep.equal(['ready', 'unavailable', 'ready']);
  });

  it('after a good one leaves the numbers on the screen', async () => {
    const api = await fakeEndpoint({ ratings: { i0: rating('i0', 9) } });
    const [probe] = await mount(1, api);
    await api.plan({ method: 'GET', status: 500 });
    const failed = new Promise((done) => probe?.addEventListener('riac-error', done));
    dispatchEvent(new Event('online'));
    await failed;
    expect(probe?.votes).to.equal(9);
    expect(probe?.view.phase).to.equal('ready');
  });
});
