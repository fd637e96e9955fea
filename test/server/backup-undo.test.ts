import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newToken } from './support/ids.js';
import {
  backup,
  command,
  embeddedPlace,
  freshPlace,
  main,
  ownVote,
  read,
  restore,
  startWithVote,
  stop,
  vote,
} from './support/places.js';
import { addressOf, dataFolder, run } from './support/program.js';

test('what a restore has put aside is a data folder of its own, and brings everything back', async (t) => {
  const [env, stranger] = [embeddedPlace(t), embeddedPlace(t)];
  const data = env['DATA_DIR'] ?? '';
  const file = join(dataFolder(t), 'other.backup');
  const { server, address, token } = await startWithVote(t, env);
  assert.equal(await vote(address, newToken()), 201);
  await stop(server);
  const other = await startWithVote(t, stranger);
  await stop(other.server);
  // Of another secret, and then of the same one.
  assert.equal((await command(t, backup, stranger, file))[0], 0);
  const [, told] = await command(t, restore, env, file);
  const [, aside = ''] = /was there before is in (\/\S+)/.exec(told) ?? [];
  assert.deepEqual(readdirSync(aside).sort(), ['editor-token', 'riac.sqlite', 'secret']);
  assert.equal(
    readFileSync(join(aside, 'editor-token'), 'utf8'),
    readFileSync(join(data, 'editor-token'), 'utf8'),
  );
  const there = run(t, main, { ...env, DATA_DIR: aside });
  const former = await addressOf(there);
  assert.equal(await ownVote(former, token), 4);
  await stop(there);

  const again = run(t, main, env);
  const { version } = await read(await addressOf(again));
  await stop(again);
  const undo = `${file}-undo`;
  assert.equal((await command(t, backup, { ...env, DATA_DIR: aside }, undo))[0], 0);
  assert.equal((await command(t, restore, env, undo))[0], 0);
  const last = run(t, main, env);
  const now = await addressOf(last);
  const rating = await read(now);
  assert.equal(rating.votes, 2);
  assert.equal(await ownVote(now, token), 4);
  assert.ok(rating.version >= version, 'no page has seen a later version');
  await stop(last);
});

test('a start that is refused for its secret leaves no new one behind', async (t) => {
  const env = await freshPlace(t);
  const { server } = await startWithVote(t, { ...env, SECRET: 'the former secret of the tests' });
  await stop(server);
  for (let start = 0; start < 2; start += 1) {
    const refused = run(t, main, env);
    assert.equal(await refused.ended, 1);
    assert.match(refused.errors, /^SECRET differs [^\n]+\n$/);
    assert.ok(!existsSync(join(env['DATA_DIR'] ?? '', 'secret')));
  }
});
