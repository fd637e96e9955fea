import { starItem } from '../items/counters.js';
import {
  policyOf,
  resultsVisible,
  starsOf,
  stateOf,
  versionOf,
  type Audience,
  type Widget,
} from '../items/stored-item.js';

/** Four decimals: more than any star shows, and the same text in every process. */
const rounded = (mean: number) => Math.round(mean * 10_000) / 10_000;

function countStars(widget: Widget): { votes: number; mean: number | null; histogram: number[] } {
  const histogram = Array.from(
    { length: starsOf(widget) },
    (_, index) => widget.counts.get(starItem(index + 1)) ?? 0,
  );
  const votes = histogram.reduce((sum, count) => sum + count, 0);
  const stars = histogram.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return { votes, mean: votes ? rounded(stars / votes) : null, histogram };
}

/** The rating as this reader may see it. */
export function ratingSnapshot(widget: Widget, audience: Audience, now: number) {
  const visible = resultsVisible(widget, audience, now);
  const counts = visible ? countStars(widget) : { votes: null, mean: null, histogram: null };
  return {
    item: widget.item,
    version: versionOf(widget, audience, now),
    state: stateOf(widget, now),
    max: starsOf(widget),
    ...counts,
    policy: policyOf(widget),
  };
}
