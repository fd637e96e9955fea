import { expect } from '@open-wc/testing';
import { castInVain } from '../support/cast-in-vain.js';
import { castVote, counted } from '../support/counted.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { holdTimers } from '../support/held-timers.js';
import '../support/probe-element.js';
import { addProbe, openTab } from '../support/tab.js';
import { until } from '../support/wait.js';

describe('two tabs', () => {
  beforeEach(() => localStorage.clear());

  it('agree: a vote in one is shown in the other, as the same voter’s', async () => {
    const api = await fakeEndpoint();
    const tab = await openTab();
    const here = await addProbe(document, api.url, 'a');
    const there = await addProbe(tab.document, api.url, 'a');
    await castVote(here, { value: 4 });
    await counted(there, 4);
    expect([here.votes, there.votes]).to.deep.equal([1, 1]);
    await castVote(there, { value: 2 });
    await counted(here, 2);
    expect([here.votes, there.votes]).to.deep.equal([1, 1]);
    here.remove();
    tab.close();
  });

  it('learn of each other’s votes at once, without looking for them now and then', async () => {
    const api = await fakeEndpoint();
    const tab = await openTab();
    const view = tab.document.defaultView;
    if (!view) throw new Error('The tab has no window');
    const here = await addProbe(document, api.url, 'a');
    const there = await addProbe(tab.document, api.url, 'a');
    // Nothing in the other tab may wait for longer than a task; only patience with an answer may.
    const timers = holdTimers((after) => after > 0 && after !== 8000, view);
    await castVote(here, { value: 4 });
    await counted(there, 4);
    expect(timers.waits()).to.deep.equal([]);
    timers.giveBack();
    here.remove();
    tab.close();
  });

  it('send a kept vote once in effect, whichever comes first', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    await api.plan({ method: 'PUT', hold: true, times: 2 });
    const tab = await openTab();
    const there = await addProbe(tab.document, api.url, 'a');
    here.shared.retry();
    await api.received('PUT', 6);
    await api.release();
    await until(() => here.view.phase === 'ready' && there.view.phase === 'ready', 'both answers');
    expect([here.votes, there.votes]).to.deep.equal([1, 1]);
    const keys = (await api.requests('PUT')).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).to.equal(1);
    here.remove();
    tab.close();
  });

  it('say that a vote was counted which the other one has sent', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    const tab = await openTab();
    await addProbe(tab.document, api.url, 'b');
    await until(() => here.view.phase === 'ready', 'the news');
    await here.updateComplete;
    expect([here.ownVote, here.votes]).to.deep.equal([5, 1]);
    expect(here.announced).to.contain('counted');
    here.remove();
    tab.close();
  });

  it('say that a vote was refused which the other one has sent', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    await api.plan({ method: 'PUT', status: 409, code: 'closed' });
    const tab = await openTab();
    await addProbe(tab.document, api.url, 'b');
    await until(() => here.view.phase === 'ready', 'the news');
    await here.updateComplete;
    expect(here.renderRoot.textContent).to.contain('not counted');
    expect((await api.requests('PUT')).length).to.equal(5);
    here.remove();
    tab.close();
  });

  it('say of a withdrawal which the other one has sent that the vote was removed', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castVote(here, { value: 5 });
    await castInVain(here, api, null);
    const tab = await openTab();
    await addProbe(tab.document, api.url, 'b');
    await until(() => here.view.phase === 'ready', 'the news');
    await here.updateComplete;
    expect([here.votes, here.announced]).to.deep.equal([0, 'Your vote has been removed.']);
    here.remove();
    tab.close();
  });

  it('show the later vote, also where the answer to the earlier one comes last', async () => {
    const api = await fakeEndpoint();
    const tab = await openTab();
    const here = await addProbe(document, api.url, 'a');
    const there = await addProbe(tab.document, api.url, 'a');
    await api.plan({ method: 'PUT', late: true, hold: true });
    here.shared.cast({ value: 5 });
    await api.received('PUT');
    let heard = false;
    addEventListener('storage', ({ newValue }) => (heard ||= newValue === null));
    await castVote(there, { value: 3 });
    await until(() => heard, 'the news of the later vote');
    await api.release();
    await counted(here, 3);
    expect(here.votes).to.equal(1);
    here.remove();
    tab.close();
  });

  it('leave a vote with headers of its page to that page, or ask for them again', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    here.addEventListener('riac-before-vote', ({ headers }) => headers.set('x-proof', 'seven'));
    await castInVain(here, api, { value: 5 });
    const tab = await openTab();
    const there = await addProbe(tab.document, api.url, 'a');
    expect(there.view.phase).to.equal('queued');
    there.addEventListener('riac-before-vote', ({ headers }) => headers.set('x-proof', 'eight'));
    there.shared.retry();
    await counted(there, 5);
    await counted(here, 5);
    expect([here.votes, there.votes]).to.deep.equal([1, 1]);
    const proofs = (await api.requests('PUT')).map(({ headers }) => headers['x-proof']);
    expect(proofs).to.deep.equal(['seven', 'seven', 'seven', 'seven', 'eight']);
    here.remove();
    tab.close();
  });

  it('tell who discards a vote that the other one is sending that it was counted', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    await api.plan({ method: 'PUT', hold: true });
    const tab = await openTab();
    await addProbe(tab.document, api.url, 'b');
    await api.received('PUT', 5);
    here.shared.dismiss();
    await until(() => here.view.phase === 'ready', 'the vote to be discarded');
    await api.release();
    await counted(here, 5);
    expect(here.votes).to.equal(1);
    here.remove();
    tab.close();
  });

  it('are not disturbed by a vote that is kept once more', async () => {
    const api = await fakeEndpoint();
    const tab = await openTab();
    const here = await addProbe(document, api.url, 'a');
    const there = await addProbe(tab.document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    const reads = (await api.requests('GET')).length;
    await api.plan({ method: 'PUT', hold: true });
    here.shared.retry();
    await api.received('PUT', 5);
    // News of storage come in order: after this one the other tab has heard all before it.
    let heard = false;
    tab.document.defaultView?.addEventListener('storage', ({ key }) => {
      heard ||= key === 'afterwards';
    });
    localStorage.setItem('afterwards', '');
    await until(() => heard, 'the last news of storage');
    expect((await api.requests('GET')).length).to.equal(reads);
    await api.release();
    await counted(there, 5);
    here.remove();
    tab.close();
  });

  it('send a vote that was kept for an item of another page', async () => {
    const api = await fakeEndpoint();
    const here = await addProbe(document, api.url, 'a');
    await castInVain(here, api, { value: 5 });
    here.remove();
    const tab = await openTab();
    await addProbe(tab.document, api.url, 'b');
    await api.received('PUT', 5);
    await until(
      () => !Object.keys(localStorage).some((name) => name.includes('outbox')),
      'the kept vote to be gone',
    );
    tab.close();
  });
});
