import { serverNow } from './clock.js';

/** Lower-case hexadecimal digits of random bytes. `crypto.randomUUID` is missing on plain http. */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** The reader's own clock, which is finer, unless it is wrong by more than a minute. */
function timeOfKeys(): number {
  const here = Date.now();
  const there = serverNow();
  return Math.abs(here - there) < 60_000 ? here : there;
}

let last = 0;

/**
 * A UUID of version 7 (RFC 9562 §5.7): sorts by the time it was made. Strictly rising within a page,
 * so that the later of two intents in one millisecond stays the later one; and beyond it, even when
 * the reader sets a wrong clock right between them.
 */
export function uuidV7(now = timeOfKeys()): string {
  last = Math.max(Math.floor(now), last + 1);
  const digits = last.toString(16).padStart(12, '0') + randomHex(10);
  // Version 7 takes the place of one random digit, variant 8 (binary 10 00) that of another.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5');
}
