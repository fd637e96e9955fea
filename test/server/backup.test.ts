import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../demo/server/database/open-database.js';
import {
  backup,
  command,
  freshPlace,
  main,
  ownVote,
  read,
  recount,
  restore,
  startWithVote,
  stop,
  vote,
  type Environment,
} from './support/places.js';
import { addressOf, dataFolder, run, voteUntilGone } from './support/program.js';
import { waitUntil } from './support/wait.js';

test('a backup made under votes is restored after a kill, and every ballot is its reader’s', async (t) => {
  const env = await freshPlace(t);
  const file = join(dataFolder(t), 'votes.backup');
  const { server, address, token } = await startWithVote(t, env);
  let counted = 1;
  const readers = Array.from({ length: 4 }, () => voteUntilGone(address, () => (counted += 1)));
  await waitUntil(() => counted > 20);
  const before = counted;
  const [code, output] = await command(t, backup, env, file);
  assert.equal(code, 0, output);
  const ballots = Number(/ (\d+) ballots, .*, the secret\n$/.exec(output)?.[1]);
  assert.ok(ballots >= before, `${before} were answered, ${ballots} are in the backup`);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const enough = counted + 20;
  await waitUntil(() => counted > enough);
  const { version } = await read(address);
  assert.equal(await vote(address, token, 1), 200);
  server.child.kill('SIGKILL');
  await Promise.all([server.ended, ...readers]);

  const [restored, told] = await command(t, restore, env, file);
  assert.equal(restored, 0, told);
  assert.match(told, new RegExp(`restored: ${ballots} ballots counted, 0 counters differ; `));
  const again = run(t, main, env);
  const now = await addressOf(again);
  const rating = await read(now);
  assert.equal(rating.votes, ballots);
  assert.ok(rating.version > version, 'no browser has seen a later version');
  assert.equal(await ownVote(now, token), 4);
  assert.equal(await vote(now, token, 2), 200, 'the vote is changed, and no second one');
  await stop(again);
  assert.equal(again.errors, '');
  assert.ok((await formerBallots(told, env)) >= counted, 'what was replaced is kept');
});

/** Number of ballots in what a restore has replaced, wherever it says that is. */
async function formerBallots(told: string, env: Environment): Promise<number> {
  const [, folder] = /was there before is in (\/\S+)/.exec(told) ?? [];
  const [, start] = /was there before is in the tables (\w+)…/.exec(told) ?? [];
  const database = await openDatabase(folder ?? '', env['DATABASE_URL']);
  const table = `${start ?? ''}ballot`;
  const [row] = await database.query<{ n: string }>(`select count(*) as n from ${table}`);
  await database.close();
  return Number(row?.n);
}

test('a backup of a stopped server fills an empty place, its secret and editor token too', async (t) => {
  const [env, other] = [await freshPlace(t), await freshPlace(t)];
  const { server, token } = await startWithVote(t, env);
  await stop(server);
  const folder = dataFolder(t);
  const [code, output] = await command(t, backup, env, folder);
  assert.equal(code, 0, output);
  const [name = '', ...more] = readdirSync(folder);
  assert.match(name, /^riac_\d{8}_\d{6}_\d{3}\.backup$/);
  assert.deepEqual(more, []);
  const [restored, told] = await command(t, restore, other, join(folder, name));
  assert.equal(restored, 0, told);
  assert.doesNotMatch(told, /before/);
  for (const secret of ['secret', 'editor-token']) {
    const path = join(other['DATA_DIR'] ?? '', secret);
    assert.equal(
      readFileSync(path, 'utf8'),
      readFileSync(join(env['DATA_DIR'] ?? '', secret), 'utf8'),
    );
    assert.equal(statSync(path).mode & 0o777, 0o600);
  }
  const second = run(t, main, other);
  const address = await addressOf(second);
  assert.equal(await ownVote(address, token), 4);
  await stop(second);
  assert.deepEqual(await command(t, recount, other), [0, '1 ballots counted, 0 counters differ\n']);
});
