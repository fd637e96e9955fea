import { createHash } from 'node:crypto';
import type { Query } from '../items/database.js';
import { PostgresKeptConnection } from './postgres-kept-connection.js';

/** "riac": one of the two numbers that name a lock. */
const namespace = 0x72696163;

/** The other number: a hash of the schema, since installations may share a database by schemas. */
async function lockOf(query: Query): Promise<[number, number]> {
  const [row] = await query<{ name: string | null }>('select current_schema() as name');
  const hash = createHash('sha256')
    .update(row?.name ?? '')
    .digest();
  return [namespace, hash.readInt32BE(0)];
}

async function take(query: Query, call: string): Promise<boolean> {
  const lock = await lockOf(query);
  const [row] = await query<{ taken: boolean }>(`select ${call}($1, $2) as taken`, lock);
  return row?.taken ?? true;
}

/** Locks servers out until the transaction ends; `false` while a server runs. */
export const lockAlone = (query: Query) => take(query, 'pg_try_advisory_xact_lock');

/**
 * Tells a restore that a server runs, by a shared advisory lock on a connection of its own. A broken
 * connection loses the lock; the next one takes it again. An engine without advisory locks has no
 * such guard.
 */
export class PostgresServerLock {
  readonly #connection: PostgresKeptConnection;
  #isRestoring = false;

  constructor(url: string) {
    this.#connection = new PostgresKeptConnection(url, async (client) => {
      const query: Query = async <Row>(text: string, values: readonly unknown[] = []) =>
        (await client.query(text, [...values])).rows as Row[];
      this.#isRestoring = !(await take(query, 'pg_try_advisory_lock_shared'));
    });
  }

  /** Takes the lock. Throws while a restore holds the exclusive one. */
  async start(): Promise<void> {
    await this.#connection.open();
    if (!this.#isRestoring) return;
    await this.close();
    throw new Error('The database is being restored. Start again when that has ended.');
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}
