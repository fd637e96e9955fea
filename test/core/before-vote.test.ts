import { expect, fixture, html } from '@open-wc/testing';
import { counted } from '../support/counted.js';
import { type FakeEndpoint, fakeEndpoint } from '../support/fake-endpoint.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

async function loaded(api: FakeEndpoint): Promise<ProbeElement> {
  const probe = await fixture<ProbeElement>(
    html`<riac-probe endpoint=${api.url} item="a"></riac-probe>`,
  );
  await until(() => probe.view.phase === 'ready', 'the item to load');
  return probe;
}

describe('the event before a vote', () => {
  let api: FakeEndpoint;
  let probe: ProbeElement;

  beforeEach(async () => {
    localStorage.clear();
    api = await fakeEndpoint();
    probe = await loaded(api);
  });

  it('holds the vote back until the page is ready, and adds its headers', async () => {
    let pass: () => void = () => undefined;
    probe.addEventListener('riac-before-vote', (event) => {
      const solved = new Promise<void>((done) => (pass = done));
      event.waitUntil(solved.then(() => event.headers.set('X-Captcha', 'seven')));
    });
    probe.shared.cast({ value: 5 });
    expect(probe.view.phase).to.equal('sending');
    expect(await api.requests('PUT')).to.be.empty;
    pass();
    const [put] = await api.received('PUT');
    expect(put?.headers).to.include({ 'x-captcha': 'seven' });
    await counted(probe, 5);
    expect(JSON.stringify({ ...localStorage })).not.to.contain('seven');
  });

  it('sends nothing when what it waits for fails, and says why by its code', async () => {
    const asked: unknown[] = [];
    const events: string[] = [];
    probe.addEventListener('riac-before-vote', (event) => {
      asked.push(event.vote);
      if (asked.length > 1) return;
      const reason = Object.assign(new Error('closed'), { code: 'challenge_required' });
      event.waitUntil(Promise.reject(reason));
    });
    probe.addEventListener('riac-error', ({ code }) => events.push(code));
    probe.shared.cast({ value: 4 });
    await until(() => probe.view.phase === 'refused', 'the refusal');
    expect(events).to.deep.equal(['challenge_required']);
    expect(probe.renderRoot.querySelector('[role=alert]')?.textContent).to.contain(
      'Please confirm that you are human.',
    );
    expect(await api.requests('PUT')).to.be.empty;
    probe.renderRoot.querySelector('button')?.click();
    await counted(probe, 4);
    expect(asked, 'asked again').to.deep.equal([{ value: 4 }, { value: 4 }]);
  });

  it('cannot take the place of the key or the voter', async () => {
    probe.addEventListener('riac-before-vote', ({ headers }) => {
      headers.set('Idempotency-Key', 'mine');
      headers.set('Authorization', 'Bearer mine');
    });
    probe.shared.cast({ value: 4 });
    const [put] = await api.received('PUT');
    expect(put?.headers['idempotency-key']).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(put?.headers['authorization']).to.match(/^Bearer [0-9a-f]{32}$/);
  });
});
