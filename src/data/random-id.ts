import { serverNow } from './clock.js';

/**
 * Returns random bytes as lower-case hexadecimal digits. `crypto.randomUUID` does not exist on
 * pages without https.
 */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * Returns milliseconds since 1970 by the reader's clock, which is finer than the server's time.
 * Uses the server's time if both differ by a minute or more.
 */
function timeOfKeys(): number {
  const here = Date.now();
  const there = serverNow();
  return Math.abs(here - there) < 60_000 ? here : there;
}

let last = 0;

/**
 * Returns a UUID of version 7 (RFC 9562, section 5.7), which sorts by its time. Within a page each
 * UUID sorts after the one before, even in the same millisecond, so that the newer intent wins. The
 * default time keeps this order across pages too if the reader corrects a wrong clock.
 */
export function uuidV7(now = timeOfKeys()): string {
  last = Math.max(Math.floor(now), last + 1);
  const digits = last.toString(16).padStart(12, '0') + randomHex(10);
  // The version digit 7 and the variant digit 8 (binary 1000) each replace one random digit.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5');
}
