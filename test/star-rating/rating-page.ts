import { fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/star-rating/star-rating-define.js';
import type { StarRatingElement } from '../../src/star-rating/star-rating-element.js';
import { until } from '../support/wait.js';

/** A rating as a back end tells it. */
export const rating = (changes: object = {}) => ({
  item: 'a',
  version: 7,
  state: 'open',
  max: 5,
  votes: 5,
  mean: 4,
  histogram: [0, 0, 1, 3, 1],
  policy: { change: true, withdraw: true },
  ...changes,
});

export const find = <T extends HTMLElement>(element: StarRatingElement, selector: string): T => {
  const found = element.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector} in ${element.renderRoot.textContent ?? ''}`);
  return found;
};

/** The element that holds the stars: a radio group, or an image. */
export const group = (element: StarRatingElement) => find(element, '[part~=stars]');

export const stars = (element: StarRatingElement): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('[part~=star]'),
];

export function star(element: StarRatingElement, number: number): HTMLElement {
  const found = stars(element)[number - 1];
  if (!found) throw new Error(`no star ${number}`);
  return found;
}

/** Number of the checked star; 0 for none. */
export const checkedStar = (element: StarRatingElement): number =>
  stars(element).findIndex((radio) => radio.getAttribute('aria-checked') === 'true') + 1;

/** Number of the star that has the focus; 0 for none. */
export const focusedStar = (element: StarRatingElement): number =>
  stars(element).findIndex((radio) => radio === element.shadowRoot?.activeElement) + 1;

/** Numbers of the stars that the Tab key can reach. */
export const tabStops = (element: StarRatingElement): number[] =>
  stars(element).flatMap((radio, index) => (radio.tabIndex === 0 ? [index + 1] : []));

/** How far each star is filled, as it is drawn. */
export const fills = (element: StarRatingElement): number[] =>
  stars(element).map((box) => {
    const outlined = getComputedStyle(box.firstElementChild ?? box).clipPath.includes('evenodd');
    const { content, backgroundSize } = getComputedStyle(box, '::after');
    return content === '""' ? parseFloat(backgroundSize) : outlined ? 0 : 100;
  });

/** All words of the rating that are not said only. */
export const words = (element: StarRatingElement): string =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('[part=prompt],[part=summary],[part=note]')]
    .filter((part) => !part.hidden)
    .map((part) => part.innerText)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

export const buttons = (element: StarRatingElement): HTMLButtonElement[] => [
  ...element.renderRoot.querySelectorAll('button'),
];

/** The button with that label. */
export function button(element: StarRatingElement, label: string): HTMLButtonElement {
  const found = buttons(element).find((candidate) => candidate.textContent?.trim() === label);
  if (!found) throw new Error(`no button ${label}`);
  return found;
}

/** What is announced: politely, and as an alarm. */
export const said = (element: StarRatingElement): [status: string, alert: string] => {
  const text = (role: string) =>
    (element.renderRoot.querySelector(`[role=${role}]`)?.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return [text('status'), text('alert')];
};

/** Waits until item `a` is there. */
export async function loaded(element: StarRatingElement): Promise<StarRatingElement> {
  await element.updateComplete;
  await until(() => group(element).getAttribute('aria-label') !== 'Loading…', 'the rating to load');
  return element;
}

/** A rating element that shows item `a` of the endpoint. */
export const mountRating = async (endpoint: string): Promise<StarRatingElement> =>
  loaded(
    await fixture<StarRatingElement>(
      html`<riac-star-rating endpoint=${endpoint} item="a"></riac-star-rating>`,
    ),
  );

/** Middle of an element on the screen. */
export function middle(element: Element): [number, number] {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

/** Clicks with the mouse. */
export const click = (element: Element) => sendMouse({ type: 'click', position: middle(element) });

/** Moves the mouse over an element. */
export const point = (element: Element) => sendMouse({ type: 'move', position: middle(element) });

/**
 * Waits until a vote of that value, 0 for none, is what the back end has confirmed. The star alone is
 * checked from the press on, and the numbers are the expected ones, while the vote is on its way.
 */
export const counted = (element: StarRatingElement, value: number): Promise<void> =>
  until(
    () =>
      !element.matches(':state(loading), :state(pending), :state(error)') &&
      stars(element).findIndex((box) => box.matches('[part~=own]')) + 1 === value,
    value ? `the vote ${value} to be confirmed` : 'no vote to be confirmed',
  );

/** The element at rest: nothing is on its way. */
export async function settled(element: StarRatingElement): Promise<void> {
  await element.updateComplete;
  await until(() => !element.renderRoot.querySelector('[aria-disabled=true]'), 'the answer');
}
