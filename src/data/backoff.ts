import type { RequestError } from './request-error.js';

/** Attempts at one delivery, the first included. */
export const maxAttempts = 4;

/** Milliseconds: the longest wait inside one delivery. */
export const longestWait = 30_000;

/**
 * Milliseconds to wait after failed attempt number `attempt` (from 0). Full jitter spreads clients
 * best; for 429 and 503 half of it is fixed, since a wait near zero would break the server's request.
 * `Retry-After` is never undercut, and spread over up to twice as long again: clients that were all
 * told one moment do not come back in it.
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

/** True when the server asks for a wait so long that a wish is better kept than waited with. */
export const asksForPatience = ({ retryAfter }: RequestError) => retryAfter * 3000 > longestWait;
