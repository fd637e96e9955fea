import { waitUntil } from '@open-wc/testing';

/** Waits for a condition; the limit is generous, since it only bounds a failure. */
export const until = (condition: () => unknown | Promise<unknown>, what: string): Promise<void> =>
  waitUntil(async () => Boolean(await condition()), what, { timeout: 15_000, interval: 20 });
