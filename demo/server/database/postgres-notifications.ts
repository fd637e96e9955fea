import { randomBytes } from 'node:crypto';
import type { Query } from '../items/database.js';
import { PostgresKeptConnection } from './postgres-kept-connection.js';

const channel = 'riac';

/** Milliseconds. Readers do not notice such a delay, and it lets one statement serve dozens of batches. */
const pause = 50;

/**
 * Changed items, announced between processes by LISTEN and NOTIFY. This only makes news faster: on an
 * engine without it, or behind a pooler that breaks it, a process finds the change by its own poll of
 * versions half a second later.
 */
export class PostgresNotifications {
  /** Names the sender in each payload, so that a process ignores its own. */
  readonly #self = randomBytes(6).toString('base64url');
  readonly #connection: PostgresKeptConnection;
  readonly #listeners = new Set<(id: string) => void>();
  readonly #unsent = new Set<string>();
  #sending: NodeJS.Timeout | undefined;
  #available = true;

  constructor(url: string) {
    this.#connection = new PostgresKeptConnection(url, async (client) => {
      client.on('notification', ({ payload = '' }) => this.#receive(payload));
      await client.query(`listen ${channel}`);
    });
  }

  /** `listener` gets the storage key of each item that another process announces. */
  onChange(listener: (id: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Connects and listens, unless a first notification shows that the engine has none. */
  async start(query: Query): Promise<void> {
    try {
      await query('select pg_notify($1, $2)', [channel, this.#self]);
    } catch {
      this.#available = false;
      return;
    }
    await this.#connection.open();
  }

  /** Call it after the commit. Changes within 50 ms are sent together. */
  sendSoon(query: Query, ids: Iterable<string>): void {
    if (!this.#available) return;
    for (const id of ids) this.#unsent.add(id);
    if (!this.#unsent.size) return;
    this.#sending ??= setTimeout(() => void this.#sendUnsent(query), pause);
  }

  async send(query: Query, ids: readonly string[]): Promise<void> {
    if (!this.#available) return;
    await query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
      channel,
      ids.map((id) => `${this.#self} ${id}`),
    ]);
  }

  async close(): Promise<void> {
    clearTimeout(this.#sending);
    await this.#connection.close();
  }

  /** A failure is ignored: the other processes find the change by their next poll of versions. */
  async #sendUnsent(query: Query): Promise<void> {
    const ids = [...this.#unsent];
    this.#unsent.clear();
    this.#sending = undefined;
    await this.send(query, ids).catch(() => undefined);
  }

  #receive(payload: string): void {
    const space = payload.indexOf(' ');
    if (space < 0 || payload.slice(0, space) === this.#self) return;
    for (const listener of this.#listeners) listener(payload.slice(space + 1));
  }
}
