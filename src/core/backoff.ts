import type { RequestError } from './request-error.js';

/** Attempts at one delivery, the first included. */
export const maxAttempts = 4;

/** Milliseconds: the longest wait inside one delivery. */
export const longestWait = 30_000;

/**
 * Milliseconds to wait after failed attempt number `attempt` (from 0). Full jitter spreads clients
 * best; for 429 and 503 half of it is fixed, since a wait near zero would break the server's request.
 * `Retry-After` is never undercut.
 */
export function waitBeforeRetry(
  attempt: number,
  error: RequestError,
  random = Math.random(),
): number {
  const ceiling = Math.min(longestWait, 500 * 2 ** attempt);
  const throttled = error.status === 429 || error.status === 503;
  const jitter = throttled ? ceiling * (0.5 + random / 2) : ceiling * random;
  return error.retryAfter * 1000 + jitter;
}
