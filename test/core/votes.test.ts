import { expect, fixture, html } from '@open-wc/testing';
import { castInVain } from '../support/cast-in-vain.js';
import { castVote, counted } from '../support/counted.js';
import { type FakeEndpoint, type Plan, fakeEndpoint } from '../support/fake-endpoint.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const rating = (votes = 4, state = 'open') => ({
  item: 'a',
  version: 7,
  state,
  max: 5,
  votes,
  mean: 4,
  histogram: [0, 0, 0, votes, 0],
  policy: { change: true, withdraw: true },
});

async function loaded(api: FakeEndpoint, item = 'a'): Promise<ProbeElement> {
  const probe = await fixture<ProbeElement>(
    html`<riac-probe endpoint=${api.url} item=${item}></riac-probe>`,
  );
  await until(() => probe.view.phase !== 'loading', 'the item to load');
  return probe;
}

/** Votes where that goes wrong, until the vote is kept, and takes the element away. */
async function leaveKeptVote(api: FakeEndpoint, plan: Plan): Promise<void> {
  const probe = await loaded(api);
  await castInVain(probe, api, { value: 2 }, plan);
  await api.heal();
  probe.remove();
  // The shared state of an item that nobody shows is forgotten in the next task.
  await new Promise((done) => setTimeout(done));
}

const storedNames = () => Object.keys(localStorage).filter((name) => name.startsWith('riac'));

describe('a vote', () => {
  beforeEach(() => localStorage.clear());

  it('is shown at once, counted once and told by one event', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    const events: unknown[] = [];
    probe.addEventListener('riac-vote', (event) => events.push(event.vote));
    await api.plan({ method: 'PUT', hold: true });
    probe.shared.cast({ value: 5 });
    expect(probe.view.phase).to.equal('sending');
    expect(probe.votes).to.equal(5);
    expect(events).to.deep.equal([]);
    await api.release();
    await until(() => probe.view.phase === 'ready', 'the answer');
    expect([probe.votes, probe.ownVote]).to.deep.equal([5, 5]);
    expect(events).to.deep.equal([{ value: 5 }]);
    expect((await api.requests('PUT')).length).to.equal(1);
  });

  it('carries a voter token made only then, and a version 7 key', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    expect(storedNames()).to.deep.equal([]);
    probe.shared.cast({ value: 5 });
    const [put] = await api.received('PUT');
    expect(put?.headers['authorization']).to.match(/^Bearer [0-9a-f]{32}$/);
    expect(put?.headers['idempotency-key']).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(put?.headers['content-type']).to.equal('application/json');
    await until(() => probe.view.phase === 'ready', 'the answer');
    expect(storedNames().length, 'only the voter token stays').to.equal(1);
  });

  it('cannot be sent twice while it is on its way', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    probe.shared.cast({ value: 5 });
    probe.shared.cast({ value: 1 });
    await until(() => probe.view.phase === 'ready', 'the answer');
    expect((await api.requests('PUT')).length).to.equal(1);
    expect(probe.ownVote).to.equal(5);
  });

  it('whose reply was lost is sent again with the same key and counts once', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    await api.plan({ method: 'PUT', drop: true, times: 2 });
    probe.shared.cast({ value: 5 });
    await until(() => probe.view.phase === 'ready', 'the answer');
    const puts = await api.requests('PUT');
    expect(puts.length).to.be.at.least(3);
    expect(new Set(puts.map(({ headers }) => headers['idempotency-key'])).size).to.equal(1);
    expect(probe.votes).to.equal(5);
  });

  it('that is refused goes back to what the refusal says, in one trip', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    const snapshot = rating(40, 'closed');
    await api.plan({ method: 'PUT', status: 409, code: 'closed', body: { snapshot, vote: null } });
    const codes: string[] = [];
    probe.addEventListener('riac-error', ({ code }) => codes.push(code));
    probe.shared.cast({ value: 5 });
    await until(() => probe.view.phase === 'refused', 'the refusal');
    expect([probe.votes, probe.ownVote]).to.deep.equal([40, undefined]);
    expect(codes).to.deep.equal(['closed']);
    expect((await api.requests()).length, 'one load and one vote').to.equal(2);
    expect(storedNames().some((name) => name.includes('outbox'))).to.equal(false);
  });

  it('that is refused without a word about the own vote leaves that as it is', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    await castVote(probe, { value: 5 });
    const snapshot = { ...rating(40), version: 9 };
    await api.plan({ method: 'PUT', status: 400, code: 'malformed', body: { snapshot } });
    probe.shared.cast({ value: 2 });
    await until(() => probe.view.phase === 'refused', 'the refusal');
    expect([probe.votes, probe.ownVote]).to.deep.equal([40, 5]);
  });

  it('is kept through a fault, counted when sent later, and said so', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    await castInVain(probe, api, { value: 5 });
    expect(probe.votes, 'back to the confirmed number').to.equal(4);
    expect((await api.requests('PUT')).length).to.equal(4);
    probe.shared.retry();
    await until(() => probe.view.phase === 'ready', 'the vote to be counted');
    expect(probe.votes).to.equal(5);
    const keys = (await api.requests('PUT')).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).to.equal(1);
    await probe.updateComplete;
    expect(probe.announced).to.contain('counted');
  });

  it('kept by an earlier page is sent when the item is shown again', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    await leaveKeptVote(api, { status: 500 });
    const second = await loaded(api);
    await counted(second, 2);
    expect(second.votes).to.equal(5);
  });

  it('of a known voter is not added before it is known whether that replaces another', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const first = await loaded(api);
    await castVote(first, { value: 2 });
    first.remove();
    await new Promise((done) => setTimeout(done));
    await api.plan({ path: '/me', hold: true });
    await api.plan({ method: 'PUT', hold: true });
    const second = await loaded(api);
    expect([second.votes, second.ownVote]).to.deep.equal([5, undefined]);
    second.shared.cast({ value: 4 });
    expect([second.view.phase, second.votes, second.ownVote]).to.deep.equal(['sending', 5, 4]);
    await api.received('PUT', 2);
    await api.release();
    await until(() => second.view.phase === 'ready', 'the answer');
    expect([second.votes, second.ownVote]).to.deep.equal([5, 4]);
  });

  it('counted already when it is sent again is not shown twice meanwhile', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    // Browsers repeat a request of their own accord when the connection breaks.
    await leaveKeptVote(api, { drop: true, times: 1000 });
    await api.plan({ method: 'PUT', hold: true });
    const second = await loaded(api);
    await until(() => second.view.phase === 'sending', 'the second delivery');
    expect([second.votes, second.ownVote]).to.deep.equal([5, 2]);
    await api.release();
    await until(() => second.view.phase === 'ready', 'the answer');
    expect([second.votes, second.ownVote]).to.deep.equal([5, 2]);
  });

  it('kept by an earlier page and refused at last is said not to count', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const first = await loaded(api);
    await castInVain(first, api, { value: 2 });
    await api.setup({ ratings: { a: rating(4, 'closed') } });
    first.shared.retry();
    await until(() => first.view.phase === 'ready', 'the refusal');
    await first.updateComplete;
    expect(first.announced).to.contain('not counted');
    expect(first.votes).to.equal(4);
  });

  it('can be withdrawn', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    await castVote(probe, { value: 5 });
    await castVote(probe, null);
    expect(probe.votes).to.equal(4);
    expect((await api.requests('DELETE')).length).to.equal(1);
  });

  it('is not sent when the page cancels riac-before-vote', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const probe = await loaded(api);
    probe.addEventListener('riac-before-vote', (event) => event.preventDefault());
    probe.shared.cast({ value: 5 });
    expect(probe.view.phase).to.equal('ready');
    expect(await api.requests('PUT')).to.deep.equal([]);
  });

  it('works where storage is blocked', async () => {
    const { setItem, getItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.getItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    try {
      const api = await fakeEndpoint({ ratings: { a: rating() } });
      const probe = await loaded(api);
      await castVote(probe, { value: 5 });
      await castVote(probe, { value: 3 });
      const tokens = (await api.requests('PUT')).map(({ headers }) => headers['authorization']);
      expect(new Set(tokens).size, 'one voter').to.equal(1);
      expect(probe.votes).to.equal(5);
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('is untroubled by what others left in storage', async () => {
    const api = await fakeEndpoint({ ratings: { a: rating() } });
    const name = `riac1:outbox:${api.url} rating a`;
    for (const text of ['{', 'null', '[]', '{"vote":1}', '{"key":1,"vote":{},"at":"x"}']) {
      localStorage.setItem(name, text);
      const probe = await loaded(api);
      expect(probe.view.phase, text).to.equal('ready');
      probe.remove();
      await new Promise((done) => setTimeout(done));
    }
    expect(await api.requests('PUT')).to.deep.equal([]);
  });
});
