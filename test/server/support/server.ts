import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { createApp, type AppOptions } from '../../../demo/server/app.js';
import type { Database } from '../../../demo/server/items/database.js';
import { openDatabase } from '../../../demo/server/database/open-database.js';
import { newKey, newToken } from './ids.js';

type Json = ReturnType<typeof JSON.parse>;

/** An answer with its body already parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  readonly body: Json;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const editorToken = 'editor-token-of-the-tests';

/** A database that nobody else uses, and that can be opened several times. */
export interface Storage {
  /** Where it is, in PostgreSQL. */
  readonly url?: string;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** A schema of its own in PostgreSQL; `settings` as `-c name=value`. */
export async function postgresStorage(url: string, settings = ''): Promise<Storage> {
  const schema = `t_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema} ${settings}`.trim());
  return {
    url: own.href,
    open: () => openDatabase('', own.href),
    remove: async () => {
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

/** A fresh database on the engine under test: SQLite, or PostgreSQL with TEST_DATABASE_URL. */
export async function freshStorage(): Promise<Storage> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return postgresStorage(url);
  const folder = mkdtempSync(join(tmpdir(), 'riac-test-'));
  return {
    open: () => openDatabase(folder),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One server under test, asked without a network. */
export class TestServer {
  readonly app: FastifyInstance;
  readonly database: Database;

  constructor(app: FastifyInstance, database: Database) {
    this.app = app;
    this.database = database;
  }

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { body, token, key, headers = {} } = options;
    const answer = await this.app.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      ...(body !== undefined && {
        payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...headers,
      },
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    const parsed = isJson ? (JSON.parse(answer.payload) as Json) : undefined;
    const { statusCode: status, payload: text } = answer;
    return { status, headers: answer.headers, text, body: parsed };
  }

  get(path: string, options?: CallOptions): Promise<Answer> {
    return this.call('GET', path, options);
  }

  /** Casts a vote, by a new voter and with a new key unless others are given. */
  vote(path: string, body: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.call('PUT', `${path}/vote`, {
      body,
      token: newToken(),
      key: newKey(),
      ...options,
    });
  }

  withdraw(path: string, options: CallOptions): Promise<Answer> {
    return this.call('DELETE', `${path}/vote`, { key: newKey(), ...options });
  }

  /** Defines an item as its editor. */
  define(path: string, definition: unknown): Promise<Answer> {
    return this.call('PUT', path, { body: definition, token: editorToken });
  }
}

/** Starts a server on a storage; to be closed by the test. */
export async function startOn(storage: Storage, options: Partial<AppOptions> = {}) {
  const database = await storage.open();
  const app = await createApp({
    database,
    secret: 'a secret of the tests',
    editorToken,
    rateLimit: 'off',
    ...options,
  });
  return new TestServer(app, database);
}

/** Starts a server on a fresh database and removes both at the end of the test. */
export async function startServer(
  test: { after(clean: () => Promise<void>): void },
  options: Partial<AppOptions> = {},
): Promise<TestServer> {
  const storage = await freshStorage();
  const server = await startOn(storage, options);
  test.after(async () => {
    await server.app.close();
    await storage.remove();
  });
  return server;
}
