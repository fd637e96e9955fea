import { setTimeout as pause } from 'node:timers/promises';

const longestWait = 5000;

/**
 * Runs what may be run twice, again and again while the reason for its failure is passing, and for
 * five seconds at most; then throws that failure.
 * @param pauseAfter - Milliseconds until the next attempt; `undefined` where the failure will not pass.
 */
export async function retry<Result>(
  work: () => Result | Promise<Result>,
  pauseAfter: (error: unknown, attempt: number) => number | undefined,
): Promise<Result> {
  const since = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const next = pauseAfter(error, attempt);
      if (next === undefined || performance.now() - since > longestWait) throw error;
      await pause(next);
    }
  }
}
