import pg from 'pg';

/** Milliseconds before the next attempt after a connection breaks. */
const retryAfter = 2000;

/**
 * One connection to PostgreSQL for as long as the server runs. It connects again, two seconds after
 * each break or failed attempt, until `close`. `connected` prepares each new connection; when it
 * throws, that attempt has failed.
 */
export class PostgresKeptConnection {
  readonly #url: string;
  readonly #connected: (client: pg.Client) => Promise<void>;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string, connected: (client: pg.Client) => Promise<void>) {
    this.#url = url;
    this.#connected = connected;
  }

  /** Makes the first attempt and waits for it; a failure starts the retries and is not thrown. */
  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    });
    client.on('error', () => this.#openLater(client));
    client.on('end', () => this.#openLater(client));
    this.#client = client;
    try {
      await client.connect();
      await this.#connected(client);
    } catch {
      this.#openLater(client);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  /** A former client that ends late changes nothing. */
  #openLater(client: pg.Client): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.open(), retryAfter);
    this.#timer.unref();
  }
}
