import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DatabaseUnavailable } from '../../demo/server/items/database.js';
import { openSqlite } from '../../demo/server/database/sqlite-database.js';
import { SqliteWriterThread } from '../../demo/server/database/sqlite-writer-thread.js';
import { vote } from './support/votes.js';

test('a writer that ends refuses what waits, and a new one takes the next votes', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'riac-writer-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const writer = new SqliteWriterThread(join(data, 'riac.sqlite'));
  t.after(() => writer.close());

  // There is no such folder yet, so the thread ends with all that it was given.
  const refused = await Promise.allSettled([writer.cast([vote('a')]), writer.cast([vote('b')])]);
  for (const result of refused) {
    assert.ok(result.status === 'rejected' && result.reason instanceof DatabaseUnavailable);
  }

  await (await openSqlite(data)).close();
  const [first, second] = [vote('a'), vote('b')];
  const batches = await Promise.all([writer.cast([first]), writer.cast([second])]);
  assert.deepEqual(
    [batches[0].get(first)?.verdict, batches[1].get(second)?.verdict],
    ['counted', 'counted'],
  );
});
