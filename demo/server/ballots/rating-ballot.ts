import type { RatingVote } from '../../../src/contract/rating.js';
import { isStarCount } from '../../../src/contract/rating.js';
import { Problem } from '../items/problem.js';
import { starsOf, type StoredItem } from '../items/stored-item.js';
import type { BallotContent } from './require-open.js';

/** The ballot of a rating. It depends on the body alone, so that a repeated request gives the same text. */
export const ratingBallotContent = ({ value }: RatingVote): BallotContent => ({
  choices: JSON.stringify({ value }),
  written: false,
});

/** Throws `invalid_selection` for a number of stars that the item does not have. */
export function checkRatingVote(stored: StoredItem, { value }: RatingVote): void {
  const stars = starsOf(stored);
  if (isStarCount(value, stars)) return;
  throw new Problem('invalid_selection', { detail: `value must be from 1 to ${stars}.` });
}
