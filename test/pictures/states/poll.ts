import { html } from 'lit';
import '../../../src/poll/poll-define.js';
import type { Sheet } from '../state.js';

const questions = [
  {
    id: 'q1',
    text: 'What should come first?',
    kind: 'single',
    min: 1,
    max: 1,
    required: true,
    order: 'authored',
    voters: 108,
    votes: 108,
    options: [
      { id: 'a', label: 'Trade', votes: 33 },
      { id: 'b', label: 'Safety', votes: 30 },
      { id: 'c', label: 'Climate', votes: 24 },
      { id: 'd', label: 'Travel', votes: 21 },
    ],
  },
];

const poll = (changes: object = {}) => ({
  polls: {
    a: {
      item: 'a',
      revision: 1,
      version: 1,
      state: 'open',
      opens_at: null,
      closes_at: null,
      title: 'Your opinion',
      results: 'always',
      results_state: 'visible',
      policy: { change: true, withdraw: true },
      voters: 108,
      questions,
      ...changes,
    },
  },
});

const markup = (endpoint: string) => html`<riac-poll endpoint=${endpoint} item="a"></riac-poll>`;
const ready = (widget: HTMLElement) => Boolean(widget.shadowRoot?.querySelector('li, input'));

/** The poll, state by state. */
export const pollSheet: Sheet = {
  column: 380,
  states: [
    { name: 'open', items: poll(), markup, ready },
    {
      name: 'closed',
      items: poll({ state: 'closed', title: 'Poll conducted', closes_at: '2020-11-10T00:00:00Z' }),
      markup,
      ready,
    },
  ],
};
