import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  asOrdinaryUser,
  backup,
  command,
  embeddedPlace,
  main,
  ownVote,
  restore,
  startWithVote,
  stop,
  type Environment,
} from './support/places.js';
import { addressOf, dataFolder, run } from './support/program.js';

/** A data folder of the user that servers run as; only root can give it to another one. */
function placeOfServer(t: TestContext): Environment {
  const env = embeddedPlace(t);
  const folder = env['DATA_DIR'] ?? '';
  chmodSync(dirname(folder), 0o777);
  return env;
}

for (const name of ['secret', 'riac.sqlite', 'in-use']) {
  test(`a server that may not use the file ${name} says so, and does not blame the port`, async (t) => {
    const env = asOrdinaryUser(placeOfServer(t));
    const first = run(t, main, env);
    assert.match(await addressOf(first), /^http/);
    await stop(first);
    const file = join(env['DATA_DIR'] ?? '', name);
    chmodSync(file, 0);
    const server = run(t, main, env);
    assert.doesNotMatch(await addressOf(server), /^http/, 'it does not start');
    assert.equal(await server.ended, 1);
    assert.ok(server.errors.startsWith(`${file} may not be used (EACCES`), server.errors);
    assert.match(server.errors, /^[^\n]+ belong to the user that the server runs as\.\n$/);
  });
}

test('what a restore by root has made belongs to the owner of the data folder', async (t) => {
  const env = placeOfServer(t);
  const folder = env['DATA_DIR'] ?? '';
  const file = join(dataFolder(t), 'votes.backup');
  const { server, token } = await startWithVote(t, asOrdinaryUser(env));
  await stop(server);
  assert.deepEqual((await command(t, backup, env, file))[0], 0);
  const { uid, gid } = statSync(folder);
  // As on a new machine: somebody else's database and no secrets yet.
  const other = placeOfServer(t);
  const place = other['DATA_DIR'] ?? '';
  const before = await startWithVote(t, asOrdinaryUser(other));
  await stop(before.server);
  assert.equal((await command(t, restore, other, file))[0], 0);
  const made = readdirSync(place);
  assert.ok(made.some((name) => name.startsWith('replaced_')));
  for (const name of made) {
    const owner = statSync(join(place, name));
    assert.deepEqual([name, owner.uid, owner.gid], [name, uid, gid]);
  }
  const again = run(t, main, asOrdinaryUser(other));
  assert.equal(await ownVote(await addressOf(again), token), 4);
  await stop(again);
});
