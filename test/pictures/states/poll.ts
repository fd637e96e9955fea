import { html } from 'lit';
import '../../../src/poll/poll-define.js';
import type { FakeEndpoint, Plan } from '../../support/fake-endpoint.js';
import { until } from '../../support/wait.js';
import type { PictureState, Sheet } from '../state.js';
import { type PollWords, hiddenOf, pollOf, where, wordsIn } from './poll-data.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const all = <T extends HTMLElement = HTMLElement>(widget: HTMLElement, selector: string) => [
  ...(widget.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];
const has = (selector: string) => (widget: HTMLElement) =>
  until(() => all(widget, selector).length, selector);
const ready = (widget: HTMLElement) => all(widget, 'li, input').length > 0;

const press = (widget: HTMLElement, selector: string) => all(widget, selector)[0]?.click();
const pick = (widget: HTMLElement, ...places: number[]) => {
  for (const place of places) all(widget, 'label input')[place]?.click();
};

/** Answers both questions, sends the vote and waits for what becomes of it. */
const vote = (outcome: string) => (widget: HTMLElement) => {
  pick(widget, 1, 4, 6);
  press(widget, '[type=submit]');
  return has(outcome)(widget);
};

const counted = '[role=status]:not(:empty)';
const trouble = '[part=error]';
const markup = (endpoint: string) => html`<riac-poll endpoint=${endpoint} item="a"></riac-poll>`;

type PollState = Partial<PictureState> & Pick<PictureState, 'name'>;
type States = (texts: PollWords) => PollState[];

const open: States = (texts) => [
  { name: 'open', items: { polls: { a: pollOf(texts, { closes_at: inDays(3.1) }) } } },
  {
    name: 'one question, results hidden until the close',
    items: {
      polls: { a: hiddenOf(pollOf(texts, { questions: [where(texts)], results: 'after_close' })) },
    },
  },
  {
    name: 'faults',
    items: { polls: { a: pollOf(texts) } },
    act(widget) {
      pick(widget, 4, 5, 7);
      press(widget, '[type=submit]');
      return has('[part=fault]')(widget);
    },
  },
  {
    name: 'sending',
    items: { polls: { a: pollOf(texts) } },
    plans: [{ method: 'PUT', hold: true }],
    act: vote('[aria-disabled=true]'),
  },
  {
    name: 'results without a vote',
    items: { polls: { a: pollOf(texts) } },
    act(widget) {
      press(widget, '.primary + button');
      return has('.bar')(widget);
    },
  },
];

const voted: States = (texts) => [
  { name: 'voted', items: { polls: { a: pollOf(texts) } }, act: vote(counted) },
  {
    name: 'changing the vote',
    items: { polls: { a: pollOf(texts) } },
    async act(widget) {
      await vote(counted)(widget);
      press(widget, 'button');
      await has('input')(widget);
    },
  },
  {
    name: 'recorded, results hidden',
    items: { polls: { a: hiddenOf(pollOf(texts, { results: 'never' })) } },
    async act(widget: HTMLElement, api: FakeEndpoint) {
      const answers = [{ question: 'where', options: ['b'] }];
      const snapshot = hiddenOf(pollOf(texts, { results: 'never' }));
      const reply = { vote: { revision: 1, answers }, snapshot };
      await api.plan({ method: 'PUT', text: JSON.stringify(reply) });
      await vote(counted)(widget);
    },
  },
];

const refusal = (status: number, code: string, body: Record<string, unknown> = {}): Plan[] => [
  { method: 'PUT', status, code, body },
];

const failed: States = (texts) => [
  {
    name: 'kept on the device',
    items: { polls: { a: pollOf(texts) } },
    plans: refusal(503, 'unavailable', { retry_after: 3600 }),
    act: vote(trouble),
  },
  {
    name: 'an answer refused',
    items: { polls: { a: pollOf(texts) } },
    plans: refusal(422, 'invalid_selection', { errors: [{ question: 'why' }] }),
    act: vote(trouble),
  },
  {
    name: 'changed meanwhile',
    items: { polls: { a: pollOf(texts) } },
    plans: refusal(409, 'revision_changed', {
      vote: null,
      snapshot: pollOf(texts, {
        ...{ revision: 2, version: 2 },
        questions: [{ ...where(texts), text: texts.changed }],
      }),
    }),
    act: vote(trouble),
  },
  {
    name: 'removed while voting',
    items: { polls: { a: pollOf(texts) } },
    plans: refusal(410, 'removed'),
    act: vote(trouble),
  },
];

const gone = { kind: 'poll', item: 'a', status: 410, body: { status: 410, code: 'removed' } };

const absent: States = (texts) => [
  {
    name: 'loading, with a fallback',
    plans: [{ method: 'GET', hold: true }],
    ready: () => true,
    markup: (endpoint) =>
      html`<riac-poll endpoint=${endpoint} item="a"><p>${texts.fallback}</p></riac-poll>`,
  },
  {
    name: 'not available, with a fallback',
    plans: [{ method: 'GET', status: 500 }],
    ready: () => true,
    act: has(trouble),
    markup: (endpoint) =>
      html`<riac-poll endpoint=${endpoint} item="a"><p>${texts.fallback}</p></riac-poll>`,
  },
  {
    name: 'removed',
    plans: [{ path: '/state', text: JSON.stringify({ items: [gone] }) }],
    ready: () => true,
    act: has(trouble),
  },
  {
    name: 'in the markup, where a count is none',
    ready: () => true,
    act: has(trouble),
    markup: () =>
      html`<riac-poll>
        <ul>
          <li data-votes="-1">${texts.own}</li>
        </ul>
      </riac-poll>`,
  },
];

const past = { state: 'closed', closes_at: '2020-11-10T00:00:00Z' };

const over: States = (texts) => [
  {
    name: 'scheduled',
    items: { polls: { a: hiddenOf(pollOf(texts, { state: 'scheduled', opens_at: inDays(2.1) })) } },
  },
  { name: 'closed', items: { polls: { a: pollOf(texts, past) } } },
  {
    name: 'closed, percentages only, by votes',
    items: { polls: { a: pollOf(texts, { ...past, questions: [where(texts)] }) } },
    markup: (endpoint) =>
      html`<riac-poll endpoint=${endpoint} item="a" show="percent" sort="votes"></riac-poll>`,
  },
];

/** The list comes from a file beside the bundle, which a page of modules has to be given. */
export const archiveState = (texts: PollWords): PictureState => ({
  name: 'archive',
  plans: [
    {
      path: '/polls',
      text: JSON.stringify({
        items: texts.past.map((title, index) => ({
          ...{ item: `past-${index}`, title, voters: [1, 108, 12_345][index] },
          closes_at: `20${20 + index}-11-10T00:00:00Z`,
        })),
        next: 'more',
      }),
    },
  ],
  ready: () => true,
  act: has('[part=link]'),
  markup: (endpoint) =>
    html`<riac-poll endpoint=${endpoint} archive archive-href="/polls/{item}"></riac-poll>`,
});

/** All states of the poll that need nothing beside the element. */
export const pollStates = (lang: string): PictureState[] =>
  [open, voted, over, absent, failed]
    .flatMap((states) => states(wordsIn(lang)))
    .map((state) => ({ markup, ready, ...state }));

/** The poll, state by state. */
export const pollSheet = (lang: string): Sheet => ({
  column: 380,
  states: [archiveState(wordsIn(lang)), ...pollStates(lang)],
});
