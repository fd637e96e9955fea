import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { snippetsIn } from '../../support/snippets.js';
import { newToken } from '../support/ids.js';
import {
  backup,
  command,
  freshPlace,
  main,
  ownVote,
  recount,
  restore,
  startWithVote,
  stop,
  vote,
} from '../support/places.js';
import { addressOf, dataFolder, run } from '../support/program.js';

const undo = snippetsIn('sql').filter(({ page }) => page === 'demo/server/DEPLOYMENT.md');

test('the documentation says how a restore into PostgreSQL is taken back, once', async (t) => {
  assert.equal(undo.length, 1);
  const env = await freshPlace(t);
  const file = join(dataFolder(t), 'votes.backup');
  const { server, address, token } = await startWithVote(t, env);
  assert.equal((await command(t, backup, env, file))[0], 0);
  assert.equal(await vote(address, newToken()), 201);
  await stop(server);
  const client = new pg.Client({ connectionString: env['DATABASE_URL'] });
  await client.connect();
  t.after(() => client.end());
  // Twice: what is taken back can be replaced again.
  for (let round = 0; round < 2; round += 1) {
    const [code, told] = await command(t, restore, env, file);
    assert.equal(code, 0, told);
    const [, start = ''] = /in the tables (replaced_\w+_)…/.exec(told) ?? [];
    const sql = undo[0]?.code.replaceAll('replaced_20261130_215219_042_', start) ?? '';
    await client.query(sql);
    const [same, counted] = await command(t, recount, env);
    assert.deepEqual([same, counted], [0, '2 ballots counted, 0 counters differ\n']);
  }
  const again = run(t, main, env);
  assert.equal(await ownVote(await addressOf(again), token), 4);
  await stop(again);
});
