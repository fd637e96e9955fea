import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqlite } from '../../demo/server/database/sqlite-database.js';
import { connectSqlite, sqliteFile } from '../../demo/server/database/sqlite-driver.js';
import { teaPoll } from './support/polls.js';
import { startOn } from './support/server.js';
import { waitUntil } from './support/wait.js';

test('while another process writes the file an editor waits, and readers are answered', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'riac-busy-'));
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  const server = await startOn({ open: () => openSqlite(folder), remove });
  const rival = await connectSqlite(sqliteFile(folder));
  t.after(async () => {
    rival.close();
    await server.app.close();
    await remove();
  });
  const { transaction } = server.database;
  let begun = false;
  Object.assign(server.database, {
    transaction: (...work: Parameters<typeof transaction>) => {
      begun = true;
      return transaction(...work);
    },
  });
  rival.exec('begin immediate');
  let written = false;
  const write = server.define('/polls/p', teaPoll).finally(() => (written = true));
  await waitUntil(() => begun);
  for (const item of ['a', 'b', 'c']) {
    assert.equal((await server.get(`/ratings/${item}`)).status, 200);
  }
  assert.ok(!written, 'the readers did not wait for the editor');
  rival.exec('rollback');
  assert.equal((await write).status, 201);
  assert.equal((await server.get('/polls/p')).body.title, 'Tea');
});
