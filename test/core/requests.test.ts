import { expect, fixture, html } from '@open-wc/testing';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { type HeldTimers, holdTimers } from '../support/held-timers.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const show = (endpoint: string, credentials = 'omit') =>
  fixture<ProbeElement>(
    html`<riac-probe endpoint=${endpoint} item="a" credentials=${credentials}></riac-probe>`,
  );

const inPhase = (probe: ProbeElement, phase: string) =>
  until(() => probe.view.phase === phase, phase);

const failureOf = ({ view }: ProbeElement) => ('error' in view ? view.error.failure : '');

describe('a request that nobody answers', () => {
  let patience: HeldTimers;

  beforeEach(() => {
    localStorage.clear();
    patience = holdTimers((after) => after === 8000);
  });
  afterEach(() => patience.giveBack());

  for (const [what, plan] of [
    ['at all', { hold: true }],
    ['to the end', { stall: true }],
  ] as const) {
    it(`${what} is given up after 8 seconds`, async () => {
      const api = await fakeEndpoint();
      await api.plan({ method: 'GET', ...plan });
      const probe = await show(api.url);
      await api.received('GET');
      expect(probe.view.phase).to.equal('loading');
      expect(patience.waits()).to.deep.equal([8000]);
      patience.run();
      await inPhase(probe, 'unavailable');
      expect(failureOf(probe)).to.equal('timeout');
      await api.release();
      probe.shared.retry();
      await inPhase(probe, 'ready');
      expect(patience.waits(), 'nothing is left waiting').to.deep.equal([]);
    });
  }

  it('is made four times for a vote, which is kept then and counted once', async () => {
    const api = await fakeEndpoint();
    const probe = await show(api.url);
    await inPhase(probe, 'ready');
    await api.plan({ method: 'PUT', hold: true, times: 4 });
    probe.shared.cast({ value: 4 });
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await api.received('PUT', attempt);
      expect(probe.view.phase).to.equal('sending');
      patience.run();
    }
    await inPhase(probe, 'queued');
    expect(failureOf(probe)).to.equal('timeout');
    await api.release();
    probe.shared.retry();
    await inPhase(probe, 'ready');
    const keys = (await api.requests('PUT')).map(({ headers }) => headers['idempotency-key']);
    expect([keys.length, new Set(keys).size, probe.votes]).to.deep.equal([5, 1, 1]);
  });
});

describe('a request to another site', () => {
  const cookie = 'session=1; path=/';

  beforeEach(() => {
    localStorage.clear();
    document.cookie = cookie;
  });
  afterEach(() => {
    document.cookie = `${cookie}; max-age=0`;
  });

  it('that reads goes out without a preflight, the first time and again', async () => {
    const api = await fakeEndpoint();
    const probe = await show(api.foreignUrl);
    await inPhase(probe, 'ready');
    probe.shared.refresh();
    await api.received('GET', 2);
    expect(await api.preflights()).to.deep.equal([]);
    for (const { headers } of await api.requests()) {
      for (const name of ['authorization', 'idempotency-key', 'content-type']) {
        expect(headers[name], name).to.equal(undefined);
      }
    }
    probe.shared.cast({ value: 4 });
    await inPhase(probe, 'ready');
    expect(await api.preflights(), 'of the vote').to.deep.equal(['/ratings/a/vote']);
    expect(probe.votes).to.equal(1);
  });

  it('takes cookies along only where the element asks for that', async () => {
    const api = await fakeEndpoint();
    const cookiesOf = async () => (await api.requests()).map(({ headers }) => headers['cookie']);
    const probe = await show(api.url);
    await inPhase(probe, 'ready');
    probe.shared.cast({ value: 4 });
    await inPhase(probe, 'ready');
    expect(await cookiesOf()).to.deep.equal([undefined, undefined]);
    probe.remove();
    await inPhase(await show(api.url, 'include'), 'ready');
    expect((await cookiesOf()).at(-1)).to.contain('session=1');
  });
});
