import { randomBytes } from 'node:crypto';

let counter = 0;

/**
 * A UUIDv7 as a browser makes it: each one sorts after those made before.
 * `at` is in milliseconds since 1970.
 */
export function newKey(at = Date.now()): string {
  counter = (counter + 1) % 0x1000;
  const time = at.toString(16).padStart(12, '0');
  const order = counter.toString(16).padStart(3, '0');
  const random = randomBytes(8).toString('hex');
  const tail = `8${random.slice(0, 3)}-${random.slice(4)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${tail}`;
}

/** A voter token: 128 random bits. */
export const newToken = () => randomBytes(16).toString('hex');
