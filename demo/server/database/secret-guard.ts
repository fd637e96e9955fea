import { createHmac } from 'node:crypto';
import type { Database } from '../items/database.js';

/** A hash of a secret, stored to recognise it later. */
export const fingerprintOf = (secret: string): string =>
  createHmac('sha256', secret).update('fingerprint').digest('base64url');

/**
 * Throws when this database was filled with another secret. Every reader would be a new voter then and
 * could vote twice.
 */
export async function requireSameSecret({ query }: Database, secret: string): Promise<void> {
  const fingerprint = fingerprintOf(secret);
  await query('insert into setting (name, value) values ($1, $2) on conflict do nothing', [
    'secret',
    fingerprint,
  ]);
  const [row] = await query<{ value: string }>('select value from setting where name = $1', [
    'secret',
  ]);
  if (row?.value === fingerprint) return;
  throw new Error(
    'SECRET differs from the one this database was filled with. Set it to the former value, ' +
      'or bring back the file "secret" of the data folder.',
  );
}
