import type { Contract } from '../core/view.js';
import { type RatingSnapshot, type RatingVote, withVote } from './star-rating-snapshot.js';
import { warnOnce } from './star-rating-warning.js';

type Fields = Readonly<Record<string, unknown>>;

/** The value, if it is as it should be; else a TypeError that names the field. */
function expected<T>(value: T, fits: boolean, field: string, what: string): T {
  if (!fits) throw new TypeError(`${field}: expected ${what}`);
  return value;
}

function parseCount(value: unknown, field: string): number {
  const fits = Number.isSafeInteger(value) && Number(value) >= 0;
  return Number(expected(value, fits, field, 'a count'));
}

/** A mean outside the scale is shown as the nearest end of it, and the developer is told. */
function parseMean({ mean, item }: Fields, max: number, votes: number | null): number | null {
  if (mean == null || votes === 0) return null;
  const value = Number(expected(mean, Number.isFinite(mean), 'mean', 'a number or null'));
  const shown = Math.min(Math.max(value, 1), max);
  if (shown !== value) {
    warnOnce(`mean ${value} of "${String(item)}" is not from 1 to ${max}; ${shown} is shown`);
  }
  return shown;
}

function parseHistogram(value: unknown, max: number): readonly number[] | null {
  if (value == null) return null;
  const fits = Array.isArray(value) && value.length === max;
  const counts = expected(value, fits, 'histogram', `${max} counts or null`) as unknown[];
  return counts.map((count, index) => parseCount(count, `histogram[${index}]`));
}

function parseRating(body: unknown): RatingSnapshot {
  const fields = (body ?? {}) as Fields;
  const policy = (fields['policy'] ?? {}) as Fields;
  const max = parseCount(fields['max'] ?? 5, 'max');
  expected(max, max >= 1 && max <= 10, 'max', 'a number from 1 to 10');
  const votes = fields['votes'] == null ? null : parseCount(fields['votes'], 'votes');
  const state = fields['state'] as RatingSnapshot['state'];
  const states = ['scheduled', 'open', 'closed'];
  return {
    item: String(fields['item'] ?? ''),
    version: parseCount(fields['version'] ?? 0, 'version'),
    state: expected(state, states.includes(state), 'state', 'open or closed'),
    max,
    votes,
    mean: parseMean(fields, max, votes),
    histogram: parseHistogram(fields['histogram'], max),
    policy: { change: policy['change'] !== false, withdraw: policy['withdraw'] !== false },
  };
}

function parseVote(body: unknown): RatingVote {
  const { value } = (body ?? {}) as Fields;
  return { value: Number(expected(value, Number(value) >= 1, 'vote.value', 'a number of stars')) };
}

/** How a rating speaks contract v1. */
export const ratingContract: Contract<RatingSnapshot, RatingVote> = {
  parse: parseRating,
  parseVote,
  expect: withVote,
};
