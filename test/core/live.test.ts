import { expect, fixture, html } from '@open-wc/testing';
import { randomHex, uuidV7 } from '../../src/core/random-id.js';
import '../support/probe-element.js';
import type { ProbeElement } from '../support/probe-element.js';
import { until } from '../support/wait.js';

const endpoint = '/api/v1';

/** Another reader votes, past the library. */
async function someoneVotes(item: string, value: number): Promise<void> {
  const response = await fetch(`${endpoint}/ratings/${item}/vote`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${randomHex(16)}`,
      'idempotency-key': uuidV7(),
      'content-type': 'application/json',
    },
    body: JSON.stringify({ value }),
  });
  expect(response.status).to.equal(201);
}

/** Runs `work` and answers the streams opened meanwhile; they are real ones. */
async function streamsDuring(work: () => Promise<void>): Promise<EventSource[]> {
  const Original = EventSource;
  const opened: EventSource[] = [];
  window.EventSource = class extends Original {
    constructor(url: string | URL, options?: EventSourceInit) {
      super(url, options);
      opened.push(this);
    }
  };
  try {
    await work();
    return opened;
  } finally {
    window.EventSource = Original;
  }
}

async function followed(item: string): Promise<ProbeElement> {
  const probe = await fixture<ProbeElement>(
    html`<riac-probe endpoint=${endpoint} item=${item} live></riac-probe>`,
  );
  await until(() => probe.view.phase === 'ready', 'the item');
  return probe;
}

describe('a live widget, against the reference server', () => {
  beforeEach(() => localStorage.clear());

  it('shows the votes of others without being asked', async () => {
    const item = `live-${randomHex(4)}`;
    const probe = await followed(item);
    await someoneVotes(item, 5);
    await until(() => probe.votes === 1, 'the first vote');
    await someoneVotes(item, 3);
    await until(() => probe.votes === 2, 'the second vote');
  });

  it('shares one stream with the others of the page, and ends it when it goes', async () => {
    const items = [`live-${randomHex(4)}`, `live-${randomHex(4)}`];
    const box = document.createElement('div');
    box.dataset['riacEndpoint'] = endpoint;
    const streams = await streamsDuring(async () => {
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
    });
    const open = () => streams.filter(({ readyState }) => readyState !== EventSource.CLOSED);
    expect(open().length, 'one stream for both').to.equal(1);
    box.remove();
    await until(() => open().length === 0, 'the end of the stream');
  });
});
