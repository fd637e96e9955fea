import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/poll/poll-define.js';
import type { PollElement } from '../../src/poll/poll-element.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';

const goals = {
  item: 'goals',
  revision: 1,
  version: 108,
  state: 'closed',
  opens_at: null,
  closes_at: '2020-11-10T00:00:00Z',
  lang: 'en',
  title: 'Poll conducted',
  results: 'always',
  results_state: 'visible',
  policy: { change: true, withdraw: true },
  voters: 108,
  questions: [
    {
      id: 'q1',
      text: 'What should come first?',
      kind: 'single',
      min: 1,
      max: 1,
      required: true,
      order: 'authored',
      other: false,
      voters: 108,
      votes: 108,
      options: [
        { id: 'a', label: 'Trade', description: null, image: null, pinned: false, votes: 33 },
        { id: 'b', label: 'Safety', description: null, image: null, pinned: false, votes: 30 },
        { id: 'c', label: 'Climate', description: null, image: null, pinned: false, votes: 24 },
        { id: 'd', label: 'Travel', description: null, image: null, pinned: false, votes: 21 },
      ],
    },
  ],
};

describe('riac-poll', () => {
  it('shows a closed result', async () => {
    const api = await fakeEndpoint({ polls: { goals } });
    const poll = await fixture<PollElement>(
      html`<riac-poll endpoint=${api.url} item="goals"></riac-poll>`,
    );
    await waitUntil(() => poll.shadowRoot?.textContent?.includes('33 (31%)'));
    const text = poll.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).to.contain('30 (28%)').and.contain('24 (22%)').and.contain('21 (19%)');
    expect(text).to.contain('108 voters').and.contain('Voting closed on');
  });

  it('takes a vote', async () => {
    const api = await fakeEndpoint({
      polls: { goals: { ...goals, state: 'open', closes_at: null } },
    });
    const poll = await fixture<PollElement>(
      html`<riac-poll endpoint=${api.url} item="goals"></riac-poll>`,
    );
    await waitUntil(() => poll.shadowRoot?.querySelector('form'), 'form', { timeout: 10_000 });
    poll.shadowRoot?.querySelectorAll('input')[1]?.click();
    poll.shadowRoot?.querySelector<HTMLElement>('button')?.click();
    await waitUntil(() => poll.shadowRoot?.textContent?.includes('31 (29%)'), 'counted', {
      timeout: 10_000,
    });
    const [put] = await api.requests('PUT');
    expect(put?.body).to.deep.equal({
      revision: 1,
      answers: [{ question: 'q1', options: ['b'] }],
    });
  });
});
