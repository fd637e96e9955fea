import type { RatingJson } from '../../../src/contract/json.js';
import { starCounter } from '../items/counters.js';
import {
  policyOf,
  resultsVisible,
  starsOf,
  stateOf,
  versionOf,
  type Audience,
  type StoredItem,
} from '../items/stored-item.js';

/** Rounds to four decimals, so that every process writes the same text. */
const rounded = (mean: number) => Math.round(mean * 10_000) / 10_000;

function countStars(stored: StoredItem): {
  votes: number;
  mean: number | null;
  histogram: number[];
} {
  const histogram = Array.from(
    { length: starsOf(stored) },
    (_, index) => stored.counts.get(starCounter(index + 1)) ?? 0,
  );
  const votes = histogram.reduce((sum, count) => sum + count, 0);
  const stars = histogram.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return { votes, mean: votes ? rounded(stars / votes) : null, histogram };
}

/** The rating as this reader may see it. */
export function ratingSnapshot(stored: StoredItem, audience: Audience, now: number): RatingJson {
  const visible = resultsVisible(stored, audience, now);
  const counts = visible ? countStars(stored) : { votes: null, mean: null, histogram: null };
  return {
    item: stored.item,
    version: versionOf(stored, audience, now),
    state: stateOf(stored, now),
    max: starsOf(stored),
    ...counts,
    policy: policyOf(stored),
  };
}
