import { Problem } from '../items/problem.js';
import type { RatingVoteBody } from '../schema/votes.js';
import { starsOf, type StoredItem } from '../items/stored-item.js';
import type { BallotContent } from './require-open.js';

/** The stored form of a rating: made from the body alone, so that a replay is recognised. */
export const ratingBallotContent = ({ value }: RatingVoteBody): BallotContent => ({
  choices: JSON.stringify({ value }),
  written: false,
});

/** Refuses a number of stars that the item does not have. */
export function checkRatingVote(stored: StoredItem, { value }: RatingVoteBody): void {
  const stars = starsOf(stored);
  if (value >= 1 && value <= stars) return;
  throw new Problem('invalid_selection', { detail: `value must be from 1 to ${stars}.` });
}
