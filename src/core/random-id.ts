/** Lower-case hexadecimal digits of random bytes. `crypto.randomUUID` is missing on plain http. */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

let last = 0;

/**
 * A UUID of version 7 (RFC 9562 §5.7): sorts by the time it was made. Strictly rising within a page,
 * so that the later of two intents in one millisecond stays the later one.
 */
export function uuidV7(now = Date.now()): string {
  last = Math.max(now, last + 1);
  const digits = last.toString(16).padStart(12, '0') + randomHex(10);
  // Version 7 takes the place of one random digit, variant 8 (binary 10 00) that of another.
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-7$3-8$4-$5');
}
