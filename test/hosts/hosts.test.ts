import { expect } from '@open-wc/testing';
import { closed, pollBody } from '../poll/poll-page.js';
import { rating } from '../star-rating/rating-page.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { type Host, hosts } from './host-table.mjs';

interface Outcome {
  /** `works`, `fallback`, or what went wrong on the way. */
  came: string;
  /** Errors, rejections and policy reports of the page. */
  faults: string[];
}

/** Opens a page of the table in a frame and waits until it has walked through its widgets. */
async function visit(host: Host, endpoint: string): Promise<Outcome> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '1500';
  if (host.sandbox) frame.setAttribute('sandbox', host.sandbox);
  const outcome = new Promise<Outcome>((resolve) => {
    addEventListener('message', ({ data, source }: MessageEvent<Outcome>) => {
      if (source === frame.contentWindow) resolve(data);
    });
  });
  frame.src = `/host-pages/${host.name}?endpoint=${encodeURIComponent(endpoint)}`;
  document.body.append(frame);
  const result = await outcome;
  frame.remove();
  return result;
}

async function endpointWithFaults(): Promise<string> {
  const api = await fakeEndpoint({
    ratings: { a: rating(), refused: rating({ item: 'refused' }) },
    polls: { goals: pollBody(), closed: pollBody({ item: 'closed', ...closed }) },
  });
  const refusal = { status: 422, code: 'invalid_selection' };
  await api.plan({ method: 'PUT', path: '/ratings/refused/', ...refusal });
  return api.url;
}

describe('the widgets, from load to vote, refusal and retry', () => {
  beforeEach(() => localStorage.clear());

  for (const host of hosts) {
    it(`${host.expected ?? 'work'} on this page: ${host.title}`, async () => {
      const { came, faults } = await visit(host, await endpointWithFaults());
      const { reports } = host;
      expect([came, ...faults.filter((fault) => !reports?.test(fault))]).to.deep.equal([
        host.expected ?? 'works',
      ]);
    });
  }
});
