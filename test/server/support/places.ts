import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildForTests } from './built-server.mjs';
import { newKey, newToken } from './ids.js';
import { addressOf, dataFolder, run, type Program } from './program.js';
import { postgresStorage } from './server.js';

const built = await buildForTests();
export const main = `${built}/main.js`;
export const backup = `${built}/backup.js`;
export const restore = `${built}/restore.js`;
export const recount = `${built}/recount.js`;

export type Environment = Record<string, string>;

const preload = fileURLToPath(new URL('./ordinary-user.mjs', import.meta.url));

/** Lets a program run as an ordinary user, also where root runs the tests. */
export const asOrdinaryUser = (env: Environment): Environment => ({
  ...env,
  NODE_OPTIONS: `--import=${preload}`,
});

/** A place for data and secrets that nobody else uses, on the embedded engine. */
export function embeddedPlace(t: TestContext): Environment {
  const folder = dataFolder(t);
  const polls = join(folder, 'polls');
  mkdirSync(polls);
  return { PORT: '0', RATE_LIMIT: 'off', POLLS_DIR: polls, DATA_DIR: join(folder, 'data') };
}

/** Such a place on the engine under test. */
export async function freshPlace(t: TestContext): Promise<Environment> {
  const env = embeddedPlace(t);
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) return env;
  const storage = await postgresStorage(url);
  t.after(() => storage.remove());
  return { ...env, DATABASE_URL: storage.url ?? '' };
}

/** Runs a command to its end; answers its exit code and what it printed: its progress aside when it failed. */
export async function command(
  t: TestContext,
  file: string,
  env: Environment,
  ...values: string[]
): Promise<readonly [number | null, string]> {
  const program = run(t, file, env, ...values);
  const code = await program.ended;
  return [code, code === 2 ? program.errors : program.output];
}

export const headersOf = (token: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'idempotency-key': newKey(),
});

export async function vote(address: string, token: string, value = 4): Promise<number> {
  const url = `${address}api/v1/ratings/a/vote`;
  const body = JSON.stringify({ value });
  return (await fetch(url, { method: 'PUT', headers: headersOf(token), body })).status;
}

export async function read(address: string): Promise<{ votes: number; version: number }> {
  const answer = await fetch(`${address}api/v1/ratings/a`);
  return (await answer.json()) as { votes: number; version: number };
}

export async function ownVote(address: string, token: string): Promise<number | undefined> {
  const answer = await fetch(`${address}api/v1/me?rating=a`, { headers: headersOf(token) });
  const { items } = (await answer.json()) as { items: { body: { vote: { value: number } } }[] };
  return items[0]?.body.vote?.value;
}

export async function stop(server: Program): Promise<void> {
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0, server.errors);
}

/** A place with one vote of a known reader, whose server is still running. */
export async function startWithVote(t: TestContext, env: Environment) {
  const server = run(t, main, env);
  const address = await addressOf(server);
  const token = newToken();
  assert.equal(await vote(address, token), 201, address);
  return { server, address, token };
}
