import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../demo/server/database/open-database.js';
import { ServerProcess } from './program.js';
import type { Scenario } from './scenario.js';
import { verify } from './verify.js';
import { isDefinite, newSentVote, send, type SentVote } from './sent-vote.js';

const clients = 24;
const secret = 'the secret of the fault tests';

/** Clients vote until the server is gone; what was acknowledged and what hung is noted. */
async function voteUntilKilled(
  server: ServerProcess,
  acknowledged: SentVote[],
  hanging: SentVote[],
) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const client = async () => {
    while (server.address) {
      const wish = newSentVote(`item-${Math.floor(Math.random() * 3)}`);
      const answered = isDefinite(await send(server.address, wish, agent));
      (answered ? acknowledged : hanging).push(wish);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
}

/** What hung is sent again with its key, and some of what was answered as well. */
async function repeat(server: ServerProcess, acknowledged: SentVote[], hanging: SentVote[]) {
  const agent = new Agent({ keepAlive: true });
  const again = [...hanging.splice(0), ...acknowledged.slice(-50)];
  for (const wish of again) {
    if (!isDefinite(await send(server.address, wish, agent))) throw new Error('A retry failed.');
    if (!acknowledged.includes(wish)) acknowledged.push(wish);
  }
  agent.destroy();
}

/** The embedded engine: kill -9 under load, again and again, over the same file. */
export const killsOnSqlite: Scenario = {
  name: 'kill -9 under load, SQLite',
  async run({ short }) {
    const rounds = short ? 5 : 30;
    const folder = mkdtempSync(join(tmpdir(), 'riac-kills-'));
    const server = new ServerProcess({ DATA_DIR: folder, SECRET: secret });
    const acknowledged: SentVote[] = [];
    const hanging: SentVote[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await server.start();
      await repeat(server, acknowledged, hanging);
      const load = voteUntilKilled(server, acknowledged, hanging);
      await pause(300 + Math.random() * (short ? 300 : 700));
      await server.end('SIGKILL');
      await load;
    }
    await server.start();
    await repeat(server, acknowledged, hanging);
    await server.end('SIGTERM');
    const database = await openDatabase(folder);
    const verdict = await verify(database, secret, acknowledged);
    await database.close();
    rmSync(folder, { recursive: true });
    return { verdict, detail: `${rounds} kills, ${acknowledged.length} acknowledged` };
  },
};
