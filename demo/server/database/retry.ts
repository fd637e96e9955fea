import { setTimeout as pause } from 'node:timers/promises';

const longestWait = 5000;

/**
 * Repeats `work` after failures for up to five seconds, then throws the last failure. `work` must be safe
 * to repeat.
 * @param pauseAfter - Milliseconds until the next attempt; `undefined` for a failure that will last.
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
