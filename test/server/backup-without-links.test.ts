import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
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

const preload = fileURLToPath(new URL('./support/no-links.mjs', import.meta.url));

test('where a file system has no hard links, secrets are kept and backups are written', async (t) => {
  const env: Environment = { ...embeddedPlace(t), NODE_OPTIONS: `--import=${preload}` };
  const folder = dataFolder(t);
  const file = join(folder, 'votes.backup');
  const { server, token } = await startWithVote(t, env);
  assert.equal((await command(t, backup, env, file))[0], 0);
  const whole = readFileSync(file);
  assert.deepEqual(await command(t, backup, env, file), [
    2,
    `${file} is there already. Name another file.\n`,
  ]);
  assert.deepEqual([readFileSync(file), readdirSync(folder)], [whole, ['votes.backup']]);
  await stop(server);
  const again = run(t, main, env);
  assert.equal(await ownVote(await addressOf(again), token), 4, 'the secret is the same');
  await stop(again);
  const names = readdirSync(env['DATA_DIR'] ?? '').sort();
  assert.deepEqual(names, ['editor-token', 'in-use', 'riac.sqlite', 'secret']);
  const other = { ...env, ...embeddedPlace(t) };
  assert.equal((await command(t, restore, other, file))[0], 0);
});

test('a secret of which only the name is there, since its writer was killed, is named and not used', async (t) => {
  const env = embeddedPlace(t);
  const file = join(env['DATA_DIR'] ?? '', 'secret');
  mkdirSync(dirname(file));
  writeFileSync(file, '');
  const server = run(t, main, env);
  assert.doesNotMatch(await addressOf(server), /^http/, 'it does not start');
  assert.equal(await server.ended, 1);
  assert.equal(server.errors, `The file ${file} must have at least 16 characters.\n`);
  rmSync(file);
  const again = run(t, main, env);
  assert.match(await addressOf(again), /^http/);
  await stop(again);
});
