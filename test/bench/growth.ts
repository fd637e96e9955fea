// Times a vote and a read at two stored numbers of votes, in turns: node growth.js <few> <many>
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../demo/server/app.js';
import type { Database } from '../../demo/server/items/database.js';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { itemOf } from '../../demo/server/items/item.js';
import { readItems } from '../../demo/server/database/read-items.js';
import { newKey, newToken } from '../server/support/ids.js';

const rounds = 300;

/** Votes as they would have been stored, written in sorted pages since only the end state matters. */
async function fill(database: Database, stored: number): Promise<void> {
  await database.query(
    `insert into ballot (widget, voter, key, choices, written, at)
      with recursive step(i) as (select 1 union all select i + 1 from step where i < $1)
      select 'rating:hot', printf('%022x', i), printf('00000000-0000-7000-8000-%012x', i),
        '{"value":5}', 0, 0 from step`,
    [stored],
  );
  await database.query(
    `insert into tally (widget, item, shard, n, rev) values ('rating:hot', 'star/5', 0, $1, 1)`,
    [stored],
  );
}

/** A server that holds so many votes, and what is timed on it. */
async function serverWith(stored: number) {
  const folder = mkdtempSync(join(tmpdir(), 'riac-growth-'));
  const database = await openDatabase(folder);
  await fill(database, stored);
  const options = { database, secret: 'bench', editorToken: 'bench', rateLimit: 'off' as const };
  const app = await createApp(options);
  const vote = () =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/ratings/hot/vote',
      payload: { value: 4 },
      headers: { authorization: `Bearer ${newToken()}`, 'idempotency-key': newKey() },
    });
  const read = () => readItems(database, [itemOf('rating', 'hot')]);
  const close = async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  };
  return { vote, read, close };
}

/** Medians in milliseconds, of works that take turns, so that both see the same machine. */
async function timeInTurns(works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const began = performance.now();
      await work();
      times[index]?.push(performance.now() - began);
    }
  }
  return times.map((all) => all.sort((a, b) => a - b)[rounds >> 1] ?? 0);
}

const servers = await Promise.all(
  process.argv.slice(2).map((stored) => serverWith(Number(stored))),
);
const votes = servers.map(({ vote }) => vote);
await timeInTurns(votes);
const voteTimes = await timeInTurns(votes);
const readTimes = await timeInTurns(servers.map(({ read }) => read));
console.info(JSON.stringify({ votes: voteTimes, reads: readTimes }));
for (const { close } of servers) await close();
