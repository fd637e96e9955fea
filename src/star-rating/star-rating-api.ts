import { mostStars } from '../contract/limits.js';
import { warnOnce } from '../data/warn-once.js';
import {
  type Parser,
  count,
  fail,
  flag,
  list,
  object,
  oneOf,
  optional,
  text,
} from '../data/parse.js';
import type { Contract } from '../data/view.js';
import { type RatingSnapshot, type RatingVote, withVote } from '../contract/rating.js';

/** Warns the developer about a fault in the data, once for each text. */
export const warn = (fault: string): void => warnOnce(`riac-star-rating: ${fault}`);

const number: Parser<number> = (value, path = '') =>
  Number.isFinite(value) ? Number(value) : fail(path, 'a number');

const parsePolicy = object({ change: flag(true), withdraw: flag(true) });

const parseFields = object<RatingSnapshot>({
  item: optional(text, ''),
  version: optional(count, 0),
  state: oneOf('open', 'closed', 'scheduled'),
  max: optional(count, 5),
  votes: optional(count, null),
  mean: optional(number, null),
  histogram: optional(list(count), null),
  policy: (value, path) => parsePolicy(value ?? {}, path),
});

/**
 * Parses a snapshot of contract v1. Moves a mean outside the scale to the nearest end of it, and
 * warns the developer. Throws a TypeError that names the wrong field.
 */
function parseRating(body: unknown): RatingSnapshot {
  const rating = parseFields(body);
  const { max, votes, histogram, item } = rating;
  if (max < 1 || max > mostStars) fail('max', `1 to ${mostStars}`);
  if (histogram && histogram.length !== max) fail('histogram', `${max} counts`);
  if (rating.mean === null || votes === 0) return { ...rating, mean: null };
  const mean = Math.min(Math.max(rating.mean, 1), max);
  if (mean !== rating.mean) warn(`mean ${rating.mean} of "${item}" shown as ${mean}`);
  return { ...rating, mean };
}

/** The parsers and the prediction of a rating. */
export const ratingContract: Contract<RatingSnapshot, RatingVote> = {
  parse: parseRating,
  parseVote: object<RatingVote>({ value: number }),
  expect: withVote,
};
