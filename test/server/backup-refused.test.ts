import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { newToken } from './support/ids.js';
import {
  backup,
  command,
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

test('a restore beside a running server is refused, and so is what is no whole backup', async (t) => {
  const env = await freshPlace(t);
  const folder = dataFolder(t);
  const file = join(folder, 'votes.backup');
  const { server, address, token } = await startWithVote(t, env);
  assert.equal((await command(t, backup, env, file))[0], 0);
  assert.equal(await vote(address, newToken()), 201);
  const [inUse, why] = await command(t, restore, env, file);
  assert.equal(inUse, 2);
  assert.match(why, /^[^\n]+ is in use\. Stop [^\n]+\n$/);
  assert.equal((await read(address)).votes, 2);
  await stop(server);

  const whole = readFileSync(file);
  const lines = gunzipSync(whole).toString().split('\n');
  const changed = lines.join('\n').replace('{\\"value\\":4}', '{\\"value\\":5}');
  const newer = lines.join('\n').replace('"step":', '"step":9');
  const faulty = {
    'cut-in-two': whole.subarray(0, whole.length / 2),
    'without-its-end': gzipSync(lines.slice(0, -2).join('\n')),
    'changed-by-hand': gzipSync(changed),
    'of-another-kind': Buffer.from('SQLite format 3'),
    'of-no-length': Buffer.alloc(0),
    'of-a-newer-server': gzipSync(newer),
  };
  for (const [name, content] of Object.entries(faulty)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const [code, output] = await command(t, restore, env, path);
    assert.equal(code, 2, name);
    assert.match(output, new RegExp(`^[^\\n]*${name} (is not a whole|was made)[^\\n]+\\n$`));
  }
  const [missing, sentence] = await command(t, restore, env, join(folder, 'typo'));
  assert.deepEqual([missing, sentence], [2, `${join(folder, 'typo')} is not there.\n`]);
  const again = run(t, main, env);
  const now = await addressOf(again);
  assert.equal((await read(now)).votes, 2, 'nothing was changed');
  assert.equal(await ownVote(now, token), 4);
});

test('a backup writes over no file, and says where it finds no data', async (t) => {
  const env = await freshPlace(t);
  const folder = dataFolder(t);
  const file = join(folder, 'kept');
  const { server } = await startWithVote(t, env);
  writeFileSync(file, 'mine');
  const [code, output] = await command(t, backup, env, file);
  assert.deepEqual([code, output], [2, `${file} is there already. Name another file.\n`]);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
  await stop(server);
  const typo = join(folder, 'typo');
  const [missing, told] = await command(t, backup, { ...env, DATA_DIR: typo }, `${file}-2`);
  assert.equal(missing, 2);
  assert.match(told, /^\S+typo\S+ is not there\. Set DATA_DIR[^\n]*\n$/);
  assert.ok(!existsSync(typo));
  const [usage, help] = await command(t, backup, env);
  assert.equal(usage, 2);
  assert.match(help, /^Usage: npm run backup -- <file or folder>\n/);
  assert.deepEqual(readdirSync(folder), ['kept']);
});
