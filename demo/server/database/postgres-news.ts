import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Query } from './database.js';

const channel = 'riac';
const retryAfter = 2000;

/** Says who speaks, so that a process does not listen to itself. */
const self = randomBytes(6).toString('base64url');

/**
 * News between processes by LISTEN and NOTIFY: an accelerator. Engines without it, and poolers that
 * break it, cost half a second of freshness and nothing else.
 */
export class PostgresNews {
  readonly #url: string;
  readonly #listeners = new Set<(widget: string) => void>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #available = true;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  onChange(listener: (widget: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Connects in the background, and finds out whether the engine can notify at all. */
  async start(query: Query): Promise<void> {
    try {
      await query('select pg_notify($1, $2)', [channel, self]);
    } catch {
      this.#available = false;
      return;
    }
    await this.#listen();
  }

  /** To be called inside the transaction that changed the widgets: it is heard at the commit. */
  async tell(query: Query, widgets: readonly string[]): Promise<void> {
    if (!this.#available || !widgets.length) return;
    await query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
      channel,
      widgets.map((widget) => `${self} ${widget}`),
    ]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on('error', () => this.#later(client));
    client.on('end', () => this.#later(client));
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      this.#later(client);
    }
  }

  #hear(payload: string): void {
    const space = payload.indexOf(' ');
    if (space < 0 || payload.slice(0, space) === self) return;
    for (const listener of this.#listeners) listener(payload.slice(space + 1));
  }

  /** The connection is gone: another one after a pause, while the poll of versions carries on. */
  #later(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#listen(), retryAfter);
    this.#timer.unref();
  }
}
