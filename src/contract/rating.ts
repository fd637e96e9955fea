import type { Policy, State } from './item.js';

/** The public state of one rating: the body of `GET /ratings/{item}`. */
export interface RatingSnapshot {
  readonly item: string;
  readonly version: number;
  readonly state: State;
  /** Number of stars, 1 to 10. */
  readonly max: number;
  /** The number of votes; `null` while results are hidden. */
  readonly votes: number | null;
  /** The mean number of stars, from 1 to `max`; `null` without votes and while results are hidden. */
  readonly mean: number | null;
  /**
   * `histogram[0]` is the number of votes with one star, and so on; `null` if the back end does not
   * publish it.
   */
  readonly histogram: readonly number[] | null;
  readonly policy: Policy;
}

/** One reader's vote: the body of `PUT /ratings/{item}/vote`. */
export interface RatingVote {
  /** Number of stars, 1 to `max`. */
  readonly value: number;
}

/**
 * Predicts the snapshot after a vote, until the server answers. `null` as `vote` means a
 * withdrawal; `null` as `former` means that the reader had not voted. The predicted mean is as
 * exact as the mean that it starts from. Hidden results stay hidden.
 */
export function withVote(
  snapshot: RatingSnapshot,
  vote: RatingVote | null,
  former: RatingVote | null,
): RatingSnapshot {
  if (snapshot.votes === null) return snapshot;
  const change = (stars: number) => Number(stars === vote?.value) - Number(stars === former?.value);
  const histogram =
    snapshot.histogram?.map((count, index) => Math.max(0, count + change(index + 1))) ?? null;
  const votes = Math.max(0, snapshot.votes + Number(vote !== null) - Number(former !== null));
  const total = (snapshot.mean ?? 0) * snapshot.votes + (vote?.value ?? 0) - (former?.value ?? 0);
  const mean = votes ? Math.min(Math.max(total / votes, 1), snapshot.max) : null;
  return { ...snapshot, votes, mean, histogram };
}

/** True if a rating of `max` stars takes this number of them. */
export const isStarCount = (value: number, max: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= max;
