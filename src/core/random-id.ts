/** Lower-case hexadecimal digits of random bytes. `crypto.randomUUID` is missing on plain http. */
export function randomHex(bytes: number): string {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}

let last = 0;

/**
 * A UUID of version 7 (RFC 9562 §5.7): sorts by the time it was made. Strictly rising within a page,
 * so that the later of two intents in one millisecond stays the later one.
 */
export function uuidV7(now = Date.now()): string {
  last = Math.max(now, last + 1);
  const time = last.toString(16).padStart(12, '0');
  const random = randomHex(10);
  const variant = '89ab'[Number.parseInt(random.charAt(0), 16) & 3] ?? '8';
  return [
    time.slice(0, 8),
    time.slice(8),
    '7' + random.slice(1, 4),
    variant + random.slice(4, 7),
    random.slice(8, 20),
  ].join('-');
}
