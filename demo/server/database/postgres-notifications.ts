import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Query } from '../items/database.js';

const channel = 'riac';
const retryAfter = 2000;

/** Milliseconds; far below what a reader notices, and one statement for dozens of batches. */
const pause = 50;

/**
 * News between processes by LISTEN and NOTIFY: an accelerator. Engines without it, and poolers that
 * break it, cost half a second of freshness and nothing else.
 */
export class PostgresNews {
  /** Says who speaks, so that a process does not listen to itself. */
  readonly #self = randomBytes(6).toString('base64url');
  readonly #url: string;
  readonly #listeners = new Set<(widget: string) => void>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #untold = new Set<string>();
  #telling: NodeJS.Timeout | undefined;
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
      await query('select pg_notify($1, $2)', [channel, this.#self]);
    } catch {
      this.#available = false;
      return;
    }
    await this.#listen();
  }

  /** To be called after the commit. Many changes within a moment are told at once. */
  tellSoon(query: Query, widgets: Iterable<string>): void {
    if (!this.#available) return;
    for (const widget of widgets) this.#untold.add(widget);
    if (!this.#untold.size) return;
    this.#telling ??= setTimeout(() => void this.#tell(query), pause);
  }

  /** News that got lost is found by the other processes' next poll. */
  async #tell(query: Query): Promise<void> {
    const widgets = [...this.#untold];
    this.#untold.clear();
    this.#telling = undefined;
    await this.tell(query, widgets).catch(() => undefined);
  }

  async tell(query: Query, widgets: readonly string[]): Promise<void> {
    if (!this.#available) return;
    await query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [
      channel,
      widgets.map((widget) => `${this.#self} ${widget}`),
    ]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#telling);
    await this.#client?.end().catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
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
    if (space < 0 || payload.slice(0, space) === this.#self) return;
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
