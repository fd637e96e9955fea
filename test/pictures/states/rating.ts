import { html } from 'lit';
import '../../../src/star-rating/star-rating-define.js';
import type { FakeEndpoint } from '../../support/fake-endpoint.js';
import type { PictureState, Sheet } from '../state.js';
import { counted, holds, press, rating, star, trouble, vote } from './rating-parts.js';

const plain = (endpoint: string) =>
  html`<riac-star-rating endpoint=${endpoint} item="a"></riac-star-rating>`;

const labels = 'Poor, Fair, Good, Very good, Excellent';

const votable: PictureState[] = [
  { name: 'open', items: rating(), markup: plain },
  {
    name: 'summary short, small',
    items: rating({ votes: 5, mean: 5 }),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" summary="short" size="s">
      </riac-star-rating>`,
  },
  {
    name: 'no votes yet, large',
    items: rating({ votes: 0, mean: null, histogram: [0, 0, 0, 0, 0] }),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" size="l"></riac-star-rating>`,
  },
  {
    name: 'ten stars, half a star at the end',
    items: rating({ max: 10, mean: 7.5, histogram: null }),
    markup: plain,
  },
  {
    name: 'results hidden',
    items: rating({ votes: null, mean: null, histogram: null }),
    markup: plain,
  },
  {
    name: 'pointed at, with labels',
    items: rating(),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" labels=${labels}></riac-star-rating>`,
    act(widget) {
      const over = new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' });
      star(widget, 2).dispatchEvent(over);
      return holds('[part=own-vote]')(widget);
    },
  },
  {
    name: 'chosen by key',
    items: rating(),
    markup: plain,
    act(widget) {
      press(widget, '2');
      return holds('button.primary')(widget);
    },
  },
];

const voted: PictureState[] = [
  {
    name: 'sending',
    items: rating(),
    markup: plain,
    async act(widget: HTMLElement, api: FakeEndpoint) {
      await api.plan({ method: 'PUT', hold: true });
      await vote(4, '[aria-disabled=true]')(widget);
    },
  },
  {
    name: 'voted, with histogram',
    items: rating(),
    act: vote(4, counted),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" histogram></riac-star-rating>`,
  },
  {
    name: 'voted and final',
    items: rating({ policy: { change: false, withdraw: false } }),
    act: vote(2, '[part=reason]'),
    markup: plain,
  },
  {
    name: 'final, but may be taken back',
    items: rating({ policy: { change: false, withdraw: true } }),
    act: vote(4, '[part=reason]'),
    markup: plain,
  },
  {
    name: 'refused',
    items: rating(),
    plans: [{ method: 'PUT', status: 403, code: 'login_required' }],
    act: vote(2, trouble),
    markup: plain,
  },
  {
    name: 'kept on the device',
    items: rating(),
    plans: [{ method: 'PUT', drop: true, times: 100 }],
    act: vote(5, trouble),
    markup: plain,
  },
];

const fixed: PictureState[] = [
  {
    name: 'loading, with a fallback',
    plans: [{ method: 'GET', hold: true }],
    ready: () => true,
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a">(5 votes)</riac-star-rating>`,
  },
  {
    name: 'not available',
    plans: [{ method: 'GET', status: 500 }],
    act: holds(trouble),
    markup: plain,
  },
  {
    name: 'not open yet',
    items: rating({ state: 'scheduled', votes: 0, mean: null, histogram: null }),
    markup: plain,
  },
  { name: 'closed', items: rating({ state: 'closed' }), markup: plain },
  {
    name: 'read-only, without a summary',
    items: rating(),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" readonly summary="none">
      </riac-star-rating>`,
  },
  {
    name: 'disabled, with a reason',
    items: rating(),
    markup: (endpoint) =>
      html`<riac-star-rating endpoint=${endpoint} item="a" disabled reason="Sign in to vote.">
      </riac-star-rating>`,
  },
];

const forms: PictureState[] = [
  {
    name: 'form control, required',
    markup: () =>
      html`<riac-star-rating name="stars" required labels=${labels}></riac-star-rating>`,
  },
  {
    name: 'form control by half stars',
    markup: () =>
      html`<riac-star-rating name="half" step="0.5" value="2.5">
        <span slot="prompt">Your impression</span>
      </riac-star-rating>`,
  },
  {
    name: 'own symbols and colour',
    markup: () =>
      html`<riac-star-rating value="3.3" readonly class="plums">
        <svg slot="symbol-empty" viewBox="0 0 10 10" fill="none" stroke="currentColor">
          <circle cx="5" cy="5" r="3.5" />
        </svg>
        <svg slot="symbol-full" viewBox="0 0 10 10" fill="currentColor">
          <circle cx="5" cy="5" r="4" />
        </svg>
      </riac-star-rating>`,
  },
  {
    name: 'with the focus of the keyboard',
    items: rating(),
    markup: plain,
    act: (widget) => {
      widget.focus();
    },
  },
];

/** The star rating, state by state. */
export const ratingSheet: Sheet = {
  column: 360,
  states: [...votable, ...voted, ...fixed, ...forms],
};
