import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once `condition` holds; fails after a generous while, in seconds. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  longest = 60,
): Promise<void> {
  for (const end = Date.now() + longest * 1000; Date.now() < end; await pause(20)) {
    if (await condition()) return;
  }
  throw new Error(`What was waited for did not happen within ${longest} seconds.`);
}
