import { setTimeout as pause } from 'node:timers/promises';

/** Resolves once `condition` holds; fails after a generous while. */
export async function waitUntil(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) {
    if (await condition()) return;
  }
  throw new Error('What was waited for did not happen within 20 seconds.');
}
