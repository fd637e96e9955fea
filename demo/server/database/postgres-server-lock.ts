import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Query } from '../items/database.js';

/** "riac": one of the two numbers that name a lock. */
const namespace = 0x72696163;
const retryAfter = 2000;

/** The other number: several installations may share a database, each in a schema of its own. */
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

/** Keeps servers out until the end of the transaction; `false` while one is there. */
export const useAlone = (query: Query) => take(query, 'pg_try_advisory_xact_lock');

/**
 * Says to a restore that a server is there, by a lock on a connection of its own, taken again when
 * that breaks. Engines without such locks are not guarded.
 */
export class PostgresUse {
  readonly #url: string;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  /** Throws while a restore is at work. */
  async start(): Promise<void> {
    if (await this.#share()) return;
    await this.close();
    throw new Error('The database is being restored. Start again when that has ended.');
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #share(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    client.on('error', () => this.#later(client));
    client.on('end', () => this.#later(client));
    this.#client = client;
    const query: Query = async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[];
    try {
      await client.connect();
      return await take(query, 'pg_try_advisory_lock_shared');
    } catch {
      this.#later(client);
      return true;
    }
  }

  #later(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#share(), retryAfter);
    this.#timer.unref();
  }
}
