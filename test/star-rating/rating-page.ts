import { fixture, html } from '@open-wc/testing';
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

/** A rating element that has loaded item `a`. */
export async function mountRating(endpoint: string): Promise<StarRatingElement> {
  const element = await fixture<StarRatingElement>(
    html`<riac-star-rating endpoint=${endpoint} item="a"></riac-star-rating>`,
  );
  await until(() => element.renderRoot.querySelector('[role=radio]'), 'the rating to load');
  return element;
}

export const stars = (element: StarRatingElement): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('[role=radio]'),
];

/** Number of the checked star; 0 for none. */
export const checkedStar = (element: StarRatingElement): number =>
  stars(element).findIndex((star) => star.ariaChecked === 'true') + 1;
