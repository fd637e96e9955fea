import { Problem } from '../items/problem.js';
import type { RatingVoteBody } from '../schema/votes.js';
import { starsOf, type Widget } from '../items/stored-item.js';
import type { Choice } from './require-open.js';

/** The stored form of a rating: made from the body alone, so that a replay is recognised. */
export const ratingChoice = ({ value }: RatingVoteBody): Choice => ({
  choices: JSON.stringify({ value }),
  written: false,
});

/** Refuses a number of stars that the item does not have. */
export function checkRating(widget: Widget, { value }: RatingVoteBody): void {
  const stars = starsOf(widget);
  if (value >= 1 && value <= stars) return;
  throw new Problem('invalid_selection', { detail: `value must be from 1 to ${stars}.` });
}
