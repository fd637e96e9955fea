import { until } from '../../support/wait.js';

/** A back end that holds one rating. */
export const rating = (changes: object = {}) => ({
  ratings: {
    a: {
      item: 'a',
      version: 7,
      state: 'open',
      max: 5,
      votes: 27,
      mean: 3.7,
      histogram: [1, 2, 7, 11, 6],
      policy: { change: true, withdraw: true },
      ...changes,
    },
  },
});

const inside = <T extends HTMLElement>(widget: HTMLElement, selector: string): T => {
  const found = widget.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

export const star = (widget: HTMLElement, number: number) =>
  inside(widget, `.star:nth-child(${number})`);

/** Waits until the widget has drawn that. */
export const holds = (selector: string) => (widget: HTMLElement) =>
  until(() => widget.shadowRoot?.querySelector(selector), selector);

export const press = (widget: HTMLElement, key: string) =>
  star(widget, 1).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

/** Votes by a click and waits for what becomes of it. */
export const vote = (number: number, outcome: string) => (widget: HTMLElement) => {
  star(widget, number).click();
  return holds(outcome)(widget);
};

export const counted = 'div:has([part=own-vote]) ~ div [role=status]:not(:empty)';
export const trouble = '[part=error]';
