import { expect, fixture, html } from '@open-wc/testing';
import { randomHex, uuidV7 } from '../../src/data/random-id.js';
import { castInVain } from '../support/cast-in-vain.js';
import { castVote, counted } from '../support/counted.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const hour = 3600_000;

async function shown(api: FakeEndpoint, item: string): Promise<ProbeElement> {
  const probe = await fixture<ProbeElement>(
    html`<riac-probe endpoint=${api.url} item=${item}></riac-probe>`,
  );
  await until(() => probe.view.phase !== 'loading', 'the item to load');
  return probe;
}

/** Puts a vote where an earlier visit, or another tab, would have left it. */
function leave(api: FakeEndpoint, item: string, more: object = {}): string {
  const name = `riac1:outbox:${api.url} rating ${item}`;
  const key = uuidV7();
  const voter = localStorage.getItem(`riac1:voter:${api.url}`) ?? randomHex(16);
  localStorage.setItem(`riac1:voter:${api.url}`, voter);
  const source = { kind: 'rating', item, endpoint: api.url, src: '', lang: '', adapter: '' };
  const entry = { key, vote: { value: 3 }, at: Date.now(), voter, ...more };
  const credentials = 'omit';
  localStorage.setItem(name, JSON.stringify({ ...entry, source: { ...source, credentials } }));
  return name;
}

const keptNames = () => Object.keys(localStorage).filter((name) => name.includes(':outbox:'));

/** The server is too busy for a vote. */
const busy = { times: 1, status: 503, body: { retry_after: 600 } };

describe('a kept vote', () => {
  beforeEach(() => localStorage.clear());

  it('waits as long as the server asked, whoever looks after it', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await castInVain(probe, api, { value: 3 }, busy);
    dispatchEvent(new Event('online'));
    await api.received('GET', 2);
    expect((await api.requests('PUT')).length).to.equal(1);
    expect(probe.view.phase).to.equal('queued');
  });

  it('is said to be kept by the page that comes before that time, and by one element after another', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await castInVain(probe, api, { value: 3 }, busy);
    probe.remove();
    await new Promise((done) => setTimeout(done));
    const again = await shown(api, 'a');
    await again.updateComplete;
    expect(again.view.phase).to.equal('queued');
    expect(again.renderRoot.textContent).to.contain('will be sent');
    expect((await api.requests('PUT')).length).to.equal(1);
    again.shared.retry();
    await counted(again, 3);
  });

  it('is still sent when the page has cleared its storage meanwhile', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await castInVain(probe, api, { value: 3 });
    localStorage.clear();
    dispatchEvent(new Event('online'));
    await counted(probe, 3);
    await castVote(probe, { value: 4 });
    expect(probe.votes, 'the voter is the same').to.equal(1);
    const keys = (await api.requests('PUT')).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys.slice(0, -1)).size).to.equal(1);
  });

  it('is counted once by its own voter, though there is another one after storage was cleared', async () => {
    const api = await fakeEndpoint();
    const [probe, other] = [await shown(api, 'a'), await shown(api, 'b')];
    // Counted each time, with the answers lost.
    await castInVain(probe, api, { value: 3 }, { status: 500, late: true });
    localStorage.clear();
    await castVote(other, { value: 5 });
    dispatchEvent(new Event('online'));
    await counted(probe, 3);
    expect(probe.votes).to.equal(1);
  });

  it('for an item elsewhere stays until an answer is one of the contract', async () => {
    const api = await fakeEndpoint();
    await shown(api, 'a');
    await api.plan({ method: 'PUT', text: '{}', times: 4 });
    const name = leave(api, 'b');
    dispatchEvent(new Event('online'));
    await api.received('PUT', 4);
    // The delivery ends in the tasks after the last answer.
    await until(async () => (await api.requests('PUT')).length === 4, 'four attempts');
    expect(localStorage.getItem(name)).not.to.equal(null);
    await until(() => {
      dispatchEvent(new Event('online'));
      return localStorage.getItem(name) === null;
    }, 'a later delivery');
  });

  it('that was refused meanwhile is not sent again', async () => {
    const api = await fakeEndpoint();
    await shown(api, 'a');
    const name = leave(api, 'a', { refused: 'closed' });
    dispatchEvent(new Event('online'));
    await api.received('GET', 2);
    expect(localStorage.getItem(name)).not.to.equal(null);
    expect(await api.requests('PUT')).to.deep.equal([]);
  });

  it('with headers of its page is sent by no other page', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    probe.addEventListener('riac-before-vote', ({ headers }) => headers.set('x-proof', 'seven'));
    await castInVain(probe, api, { value: 3 }, busy);
    probe.remove();
    const entry = JSON.parse(localStorage.getItem(keptNames()[0] ?? '') ?? '') as object;
    localStorage.setItem(keptNames()[0] ?? '', JSON.stringify({ ...entry, after: 0 }));
    leave(api, 'c');
    await shown(api, 'b');
    dispatchEvent(new Event('online'));
    await until(() => keptNames().length === 1, 'the vote that may be sent');
    expect((await api.requests('PUT')).map(({ path }) => path)).to.deep.equal([
      '/ratings/a/vote',
      '/ratings/c/vote',
    ]);
  });

  it('is shown by a widget that comes while it is being sent', async () => {
    const api = await fakeEndpoint();
    await shown(api, 'a');
    await api.plan({ method: 'PUT', hold: true });
    leave(api, 'b');
    dispatchEvent(new Event('online'));
    await api.received('PUT');
    const probe = await shown(api, 'b');
    expect(probe.votes).to.equal(0);
    await api.release();
    await counted(probe, 3);
    expect(probe.votes).to.equal(1);
  });

  it('is looked for once when it has been sent, by its own answer', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await castInVain(probe, api, { value: 3 });
    const reads = (await api.requests('GET')).length;
    dispatchEvent(new Event('online'));
    await until(() => probe.view.phase === 'ready', 'the vote');
    expect((await api.requests('GET')).length).to.equal(reads);
  });

  it('that is discarded, but was counted with its answers lost, is shown as it stands', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await castInVain(probe, api, { value: 3 }, { status: 500, late: true });
    expect(probe.ownVote).to.equal(undefined);
    probe.shared.dismiss();
    await counted(probe, 3);
    expect(probe.votes).to.equal(1);
    expect(keptNames()).to.deep.equal([]);
  });

  it('is one of 30 at most; the oldest go', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    const left = Array.from({ length: 35 }, (_, index) =>
      leave(api, `i${index}`, { at: Date.now() - (index + 1) * 60_000, after: Date.now() + hour }),
    );
    await castInVain(probe, api, { value: 3 }, busy);
    expect(keptNames().length).to.equal(30);
    expect(left.map((name) => localStorage.getItem(name) !== null).lastIndexOf(true)).to.equal(28);
    probe.shared.retry();
    await until(() => probe.view.phase === 'ready', 'the vote to be counted');
    expect(keptNames().length, 'sending one again takes no room').to.equal(29);
  });

  it('is dropped after a day, and when it comes from the future', async () => {
    const api = await fakeEndpoint();
    for (const at of [Date.now() - 25 * hour, Date.now() + 25 * hour]) {
      const name = leave(api, 'a', { at });
      const probe = await shown(api, 'a');
      expect(probe.view.phase).to.equal('ready');
      expect(localStorage.getItem(name)).to.equal(null);
      probe.remove();
      await new Promise((done) => setTimeout(done));
    }
    expect(await api.requests('PUT')).to.deep.equal([]);
  });

  it('is dropped after a day though its widget is never met again', async () => {
    const api = await fakeEndpoint();
    const name = leave(api, 'b', { at: Date.now() - 25 * hour });
    await shown(api, 'a');
    dispatchEvent(new Event('online'));
    expect(localStorage.getItem(name)).to.equal(null);
  });

  it('that is no vote is dropped', async () => {
    const api = await fakeEndpoint();
    const name = leave(api, 'a', { vote: { value: 'five' } });
    const probe = await shown(api, 'a');
    expect(probe.view.phase).to.equal('ready');
    expect(localStorage.getItem(name)).to.equal(null);
    expect(await api.requests('PUT')).to.deep.equal([]);
  });

  it('gives way to a later one of another tab, and never takes its place', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await api.plan({ method: 'PUT', hold: true, status: 503, body: { retry_after: 600 } });
    probe.shared.cast({ value: 3 });
    await api.received('PUT');
    const name = leave(api, 'a', { vote: { value: 5 }, key: uuidV7(Date.now() + 1000) });
    await api.release();
    await until(() => probe.view.phase === 'queued', 'the vote to be kept');
    expect(localStorage.getItem(name)).to.contain('"value":5');
    probe.shared.retry();
    await until(() => probe.view.phase === 'ready', 'the vote to be counted');
    expect([probe.ownVote, probe.votes]).to.deep.equal([5, 1]);
  });

  it('is sent for a widget far from the screen too', async () => {
    const api = await fakeEndpoint();
    leave(api, 'far');
    const box = await fixture(
      html`<div>
        <div></div>
        <riac-probe endpoint=${api.url} item="far"></riac-probe>
      </div>`,
    );
    box.querySelector<HTMLElement>('div')?.style.setProperty('block-size', '20000px');
    dispatchEvent(new Event('online'));
    await api.received('PUT');
    await counted(box.querySelector('riac-probe') as ProbeElement, 3);
  });

  it('that was a withdrawal is said to be one', async () => {
    const api = await fakeEndpoint();
    leave(api, 'a', { vote: null });
    const probe = await shown(api, 'a');
    await until(() => 'notice' in probe.view, 'the notice');
    await probe.updateComplete;
    expect(probe.announced).to.equal('Your vote has been removed.');
  });

  it('that is refused for another reason than closing names that reason, with Retry', async () => {
    const api = await fakeEndpoint();
    await api.plan({ method: 'PUT', status: 403, code: 'not_eligible' });
    leave(api, 'a');
    const probe = await shown(api, 'a');
    await until(() => probe.view.phase === 'refused', 'the refusal');
    await probe.updateComplete;
    const alert = probe.renderRoot.querySelector('[role=alert]');
    expect(alert?.textContent).to.contain('You cannot vote here.');
    alert?.querySelector('button')?.click();
    await counted(probe, 3);
  });

  for (const [code, said] of [
    ['closed', 'not counted'],
    ['not_eligible', 'You cannot vote here.'],
  ]) {
    it(`refused (${code}) while its widget was elsewhere is told at the next visit`, async () => {
      const api = await fakeEndpoint();
      leave(api, 'a', { refused: code });
      const probe = await shown(api, 'a');
      await probe.updateComplete;
      expect(probe.renderRoot.textContent).to.contain(said);
      expect(keptNames()).to.deep.equal([]);
      expect(await api.requests('PUT')).to.deep.equal([]);
    });
  }
});

describe('the voter', () => {
  beforeEach(() => localStorage.clear());

  it('stays the same through one delivery, though storage is cleared meanwhile', async () => {
    const api = await fakeEndpoint();
    const probe = await shown(api, 'a');
    await api.plan({ method: 'PUT', hold: true, late: true, status: 500 });
    probe.shared.cast({ value: 4 });
    await api.received('PUT');
    localStorage.clear();
    await api.release();
    await until(() => probe.view.phase === 'ready', 'the vote to be counted');
    expect(probe.votes).to.equal(1);
    const voters = (await api.requests('PUT')).map(({ headers }) => headers['authorization']);
    expect([voters.length, new Set(voters).size]).to.deep.equal([2, 1]);
  });

  it('is made anew where storage holds something else in its place', async () => {
    const api = await fakeEndpoint();
    for (const text of ['', 'голос', '{"a":1}', 'a\nb', randomHex(20)]) {
      localStorage.setItem(`riac1:voter:${api.url}`, text);
      const probe = await shown(api, 'a');
      await castVote(probe, { value: 4 });
      probe.remove();
      await new Promise((done) => setTimeout(done));
    }
    for (const { headers } of await api.requests('PUT')) {
      expect(headers['authorization']).to.match(/^Bearer [0-9a-f]{32}$/);
    }
  });
});
