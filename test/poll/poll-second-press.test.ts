import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { PollElement } from '../../src/poll/poll-element.js';
import type { FakeEndpoint } from '../support/fake-endpoint.js';
import {
  button,
  eventually,
  field,
  findButton,
  mount,
  pollBody,
  shows,
  votes,
} from './poll-fixtures.js';

type Page = { readonly poll: PollElement; readonly api: FakeEndpoint };

const safety = { revision: 1, answers: [{ question: 'q1', options: ['b'] }] };

async function voted({ poll }: Page): Promise<void> {
  field(poll, 'Safety').click();
  button(poll, 'Vote').click();
  await eventually(() => findButton(poll, 'Change my vote'), 'the vote');
}

async function kept({ poll, api }: Page): Promise<void> {
  await api.plan({ method: 'PUT', status: 503, headers: { 'retry-after': '600' } });
  field(poll, 'Safety').click();
  button(poll, 'Vote').click();
  await shows(poll, 'Send now');
}

async function refused({ poll, api }: Page): Promise<void> {
  await api.plan({ method: 'PUT', status: 403, code: 'refused' });
  field(poll, 'Safety').click();
  button(poll, 'Vote').click();
  await shows(poll, 'Try again');
}

interface Situation {
  readonly label: string;
  /** Brings the button with that label. */
  bring(page: Page): Promise<void>;
  /** Bodies of all writes after one press, those that brought the button included. */
  readonly writes: readonly unknown[];
}

const situations: Situation[] = [
  {
    label: 'Vote',
    bring: async ({ poll }) => field(poll, 'Safety').click(),
    writes: [safety],
  },
  { label: 'Remove my vote', bring: voted, writes: [safety, null] },
  { label: 'Change my vote', bring: voted, writes: [safety] },
  {
    label: 'Keep my vote',
    async bring(page) {
      await voted(page);
      button(page.poll, 'Change my vote').click();
      await page.poll.updateComplete;
    },
    writes: [safety],
  },
  {
    label: 'Back to voting',
    async bring({ poll }) {
      field(poll, 'Safety').click();
      button(poll, 'Show results').click();
      await poll.updateComplete;
    },
    writes: [],
  },
  { label: 'Try again', bring: refused, writes: [safety, safety] },
  { label: 'Send now', bring: kept, writes: [safety, safety] },
  { label: 'Discard', bring: kept, writes: [safety] },
];

/** Waits until nothing is on its way and nothing waits to be drawn. */
async function atRest({ poll, api }: Page, count: number): Promise<void> {
  await eventually(async () => (await votes(api)).length === count, `${count} writes and no more`);
  await eventually(() => !poll.matches(':state(pending)'), 'the answer');
  await poll.updateComplete;
}

describe('a second press in a poll', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  // Hidden results take as much room as the ballot paper: buttons follow upon buttons.
  for (const [results, width] of [
    ['always', 800],
    ['never', 800],
    ['never', 312],
  ] as const) {
    const body = pollBody({ results, results_state: results === 'never' ? 'hidden' : 'visible' });
    for (const { label, bring, writes } of situations) {
      if (results === 'never' && label === 'Back to voting') continue;
      for (const key of width === 312 ? ['mouse'] : ['Enter', ' ', 'mouse']) {
        it(`of ${key === ' ' ? 'Space' : key} does nothing after "${label}", results ${results}, ${width} px wide`, async () => {
          const page = await mount(body, { style: `width:${width}px` });
          await bring(page);
          const { poll, api } = page;
          await api.plan({ path: '/vote', hold: true });
          const target = button(poll, label);
          target.scrollIntoView({ block: 'center' });
          target.focus();
          const { left, right, top, bottom } = target.getBoundingClientRect();
          const position = [
            Math.round((left + right) / 2),
            Math.round((top + bottom) / 2),
          ] as const;
          const press = () =>
            key === 'mouse'
              ? sendMouse({ type: 'click', position: [...position] })
              : sendKeys({ press: key });
          await press();
          await poll.updateComplete;
          await press();
          await api.heal();
          await atRest(page, writes.length);
          await press();
          await press();
          await atRest(page, writes.length);
          expect(await votes(api)).to.deep.equal(writes);
        });
      }
    }
  }

  it('finds the focus at the heading where a button of the feedback has gone', async () => {
    const page = await mount(pollBody());
    await kept(page);
    button(page.poll, 'Discard').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => !findButton(page.poll, 'Discard'), 'the vote to be discarded');
    expect(page.poll.shadowRoot?.activeElement?.id).to.equal('title');
  });

  it('leaves a deliberate withdrawal to the next press, where the reader aims at it', async () => {
    const page = await mount(pollBody());
    await voted(page);
    const remove = button(page.poll, 'Remove my vote');
    remove.scrollIntoView({ block: 'center' });
    const { left, top } = remove.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 9), Math.round(top + 9)] });
    await atRest(page, 2);
    expect((await votes(page.api)).at(-1)).to.equal(null);
  });
});
