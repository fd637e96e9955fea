// Times one vote and one read at a stored number of votes: node growth.js <number>
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../demo/server/app.js';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { readWidgets } from '../../demo/server/database/widgets.js';
import { newKey, newToken } from '../server/support/ids.js';

const stored = Number(process.argv[2]);
const rounds = 300;
const folder = mkdtempSync(join(tmpdir(), 'riac-growth-'));
const database = await openDatabase(folder);

/** Votes as they would have been stored, written in sorted pages since only the end state matters. */
async function fill(): Promise<void> {
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

async function time(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

await fill();
const options = { database, secret: 'bench', editorToken: 'bench', rateLimit: 'off' as const };
const app = await createApp(options);
const vote = () =>
  app.inject({
    method: 'PUT',
    url: '/api/v1/ratings/hot/vote',
    payload: { value: 4 },
    headers: { authorization: `Bearer ${newToken()}`, 'idempotency-key': newKey() },
  });
await time(vote);
const voteTime = await time(vote);
const readTime = await time(() => readWidgets(database, ['rating:hot']));
console.info(JSON.stringify({ vote: voteTime, read: readTime }));
await app.close();
rmSync(folder, { recursive: true });
