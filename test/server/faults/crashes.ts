import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../demo/server/database/open-database.js';
import { startPostgres } from '../support/postgres.mjs';
import { ServerProcess } from './program.js';
import type { Scenario } from './scenario.js';
import { verify } from './verify.js';
import { isDefinite, newSentVote, send, type SentVote } from './sent-vote.js';

const clients = 16;
const secret = 'the secret of the fault tests';

/** Sends a wish to one server until that one gives a definite answer. */
async function deliver(server: ServerProcess, wish: SentVote, agent: Agent): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
    if (isDefinite(await send(server.address, wish, agent))) return;
  }
  throw new Error('A vote got no definite answer within a minute.');
}

/** Every wish goes to both servers at once with the same key, as an impatient client would do. */
async function voteAtBoth(servers: readonly ServerProcess[], running: () => boolean) {
  const agent = new Agent({ keepAlive: true });
  const acknowledged: SentVote[] = [];
  const client = async () => {
    while (running()) {
      const wish = newSentVote(`item-${Math.floor(Math.random() * 3)}`);
      await Promise.all(servers.map((server) => deliver(server, wish, agent)));
      acknowledged.push(wish);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return acknowledged;
}

type Postgres = Awaited<ReturnType<typeof startPostgres>>;

/** Strikes at a server or at the database, in turn. */
async function strike(round: number, servers: readonly ServerProcess[], postgres: Postgres) {
  await pause(400 + Math.random() * 600);
  const server = servers[round % 3];
  if (server) {
    await server.end('SIGKILL');
    await server.start();
  } else {
    await postgres.crash();
    await postgres.start();
  }
}

/** PostgreSQL: two processes, kills of either, immediate stops of the database. */
export const crashesOnPostgres: Scenario = {
  name: 'two processes, kills and database crashes, PostgreSQL',
  async run({ short }) {
    const rounds = short ? 6 : 33;
    const postgres = await startPostgres({ durable: true });
    const folder = mkdtempSync(join(tmpdir(), 'riac-crashes-'));
    const environment = { DATA_DIR: folder, SECRET: secret, DATABASE_URL: postgres.url };
    const servers = [new ServerProcess(environment), new ServerProcess(environment)];
    // Both at once: the schema must be made exactly once.
    await Promise.all(servers.map((server) => server.start()));
    let running = true;
    const load = voteAtBoth(servers, () => running);
    for (let round = 0; round < rounds; round += 1) await strike(round, servers, postgres);
    running = false;
    const acknowledged = await load;
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    const database = await openDatabase('', postgres.url);
    const verdict = await verify(database, secret, acknowledged);
    await database.close();
    await postgres.stop();
    rmSync(folder, { recursive: true });
    const detail = `${rounds} strikes, ${acknowledged.length} votes acknowledged by both`;
    return { verdict, detail };
  },
};
