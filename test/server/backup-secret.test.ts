import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import {
  backup,
  command,
  freshPlace,
  main,
  ownVote,
  restore,
  startWithVote,
  stop,
} from './support/places.js';
import { addressOf, dataFolder, run } from './support/program.js';

test('a secret from the environment is not in the backup, and asked for by the restore', async (t) => {
  const env = { ...(await freshPlace(t)), SECRET: 'the first secret of the tests' };
  const file = join(dataFolder(t), 'votes.backup');
  const { server, token } = await startWithVote(t, env);
  const [code, output] = await command(t, backup, env, file);
  assert.equal(code, 0);
  assert.match(output, /not the secret: keep SECRET yourself\n$/);
  assert.doesNotMatch(gunzipSync(readFileSync(file)).toString(), /first secret/);
  await stop(server);
  const { SECRET, ...without } = env;
  const [none, noneTold] = await command(t, restore, without, file);
  assert.equal(none, 2);
  assert.match(noneTold, /^The backup does not hold its secret.* Set SECRET [^\n]+\n$/);
  const wrong = { ...env, SECRET: 'another secret of the tests' };
  const [other, otherTold] = await command(t, restore, wrong, file);
  assert.deepEqual(
    [other, otherTold],
    [2, 'SECRET is not the secret of this backup. Set the former one.\n'],
  );
  assert.equal((await command(t, backup, wrong, `${file}-2`))[0], 2, 'it would be of no use');
  assert.equal((await command(t, restore, { ...without, SECRET }, file))[0], 0);
  const again = run(t, main, env);
  assert.equal(await ownVote(await addressOf(again), token), 4);
});
