import type { RequestError } from './request-error.js';

/** The number of attempts in one delivery, including the first. */
export const maxAttempts = 4;

/**
 * The longest wait between two attempts of one delivery, in milliseconds, unless the server asks
 * for more.
 */
export const longestWait = 30_000;

/**
 * Returns the milliseconds to wait before the next attempt. The wait is random between 0 and an
 * exponential ceiling ("full jitter"), which spreads clients best. After 429 or 503 without
 * `Retry-After`, at least half of the ceiling always remains, because the server has asked for a
 * pause. The wait is never shorter than `Retry-After`. A random part comes on top, so that clients
 * with the same `Retry-After` do not return together.
 * @param attempt - Index of the attempt that failed, from 0.
 * @param random - A number from 0 to 1.
 */
export function waitBeforeRetry(
  attempt: number,
  { status, retryAfter }: RequestError,
  random = Math.random(),
): number {
  const asked = retryAfter * 1000;
  const ceiling = Math.min(longestWait, 2 * asked + 500 * 2 ** attempt);
  const throttled = !asked && (status === 429 || status === 503);
  return asked + ceiling * (throttled ? 0.5 + random / 2 : random);
}

/**
 * True if the server asks for such a long wait that the vote should stay in the outbox instead of
 * this delivery waiting.
 */
export const asksForPatience = ({ retryAfter }: RequestError) => retryAfter * 3000 > longestWait;
