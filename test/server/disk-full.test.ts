import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseUnavailable } from '../../demo/server/items/database.js';
import { openSqlite } from '../../demo/server/database/sqlite-database.js';
import { sqliteCast } from '../../demo/server/database/sqlite-cast.js';
import { connectSqlite } from '../../demo/server/database/sqlite-driver.js';
import { VoteQueue } from '../../demo/server/voting/vote-queue.js';
import { itemOf } from '../../demo/server/items/item.js';
import type { CheckedVote } from '../../demo/server/items/vote.js';
import { vote } from './support/votes.js';

const votes = (count: number): CheckedVote[] =>
  Array.from({ length: count }, (_, index) => vote(`reader ${index}`, itemOf('rating', 'full')));

test('a full disk refuses a batch whole and once, and takes the next when there is room', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'riac-full-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  await (await openSqlite(folder)).close();
  const connection = await connectSqlite(join(folder, 'riac.sqlite'));
  t.after(() => connection.close());
  const numbers = (sql: string) =>
    connection
      .prepare(sql)
      .all()
      .map((row) => Number(Object.values(row as object)[0]));
  const [pages = 0] = numbers('pragma page_count');
  connection.exec(`pragma max_page_count = ${pages + 1}`);

  const box = sqliteCast(connection);
  let batches = 0;
  const queue = new VoteQueue({
    cast: async (batch) => {
      batches += 1;
      return box(batch);
    },
  });
  const all = votes(900);
  const refused = await Promise.allSettled(all.map((vote) => queue.cast(vote)));
  assert.ok(
    refused.every(
      (result) => result.status === 'rejected' && result.reason instanceof DatabaseUnavailable,
    ),
  );
  assert.equal(batches, 1);
  assert.deepEqual(numbers('select count(*) from ballot'), [0]);

  connection.exec('pragma max_page_count = 100000');
  await Promise.all(all.map((vote) => queue.cast(vote)));
  assert.deepEqual(numbers('select sum(n) from tally'), [900]);
});
