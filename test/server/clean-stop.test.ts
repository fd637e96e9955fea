import assert from 'node:assert/strict';
import { copyFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { newConnection } from '../../demo/server/database/sqlite-driver.js';
import { newToken } from './support/ids.js';
import { embeddedPlace, main, ownVote, read, startWithVote, stop, vote } from './support/places.js';
import { addressOf, run } from './support/program.js';
import { waitUntil } from './support/wait.js';

test('a copy of the file of a stopped server is all there is', async (t) => {
  const [env, other] = [embeddedPlace(t), embeddedPlace(t)];
  const { server, token } = await startWithVote(t, env);
  await stop(server);
  const names = readdirSync(env['DATA_DIR'] ?? '').sort();
  assert.deepEqual(names, ['editor-token', 'in-use', 'riac.sqlite', 'secret']);
  const copies = run(t, main, other);
  await addressOf(copies);
  await stop(copies);
  for (const name of ['riac.sqlite', 'secret']) {
    copyFileSync(join(env['DATA_DIR'] ?? '', name), join(other['DATA_DIR'] ?? '', name));
  }
  const again = run(t, main, other);
  assert.equal(await ownVote(await addressOf(again), token), 4);
});

test('two servers in one folder show and keep what they both wrote, whoever leaves last', async (t) => {
  const env = embeddedPlace(t);
  const first = await startWithVote(t, env);
  const second = run(t, main, env);
  const address = await addressOf(second);
  assert.equal(await vote(address, newToken()), 201);
  await waitUntil(async () => (await read(first.address)).votes === 2);
  await stop(first.server);
  assert.equal(await vote(address, newToken()), 201);
  await stop(second);
  const folder = env['DATA_DIR'] ?? '';
  assert.ok(!readdirSync(folder).includes('riac.sqlite-wal'));
  const file = await newConnection(join(folder, 'riac.sqlite'));
  t.after(() => file.close());
  assert.deepEqual(file.prepare('select count(*) as n from ballot').all(), [{ n: 3 }]);
});

test('connections that say nothing, or only half of it, do not spoil a clean stop', async (t) => {
  const env = embeddedPlace(t);
  const { server, address } = await startWithVote(t, env);
  for (const said of ['', 'PUT /api/v1/ratings/a/vote HTTP/1.1\r\nHost: a\r\n']) {
    const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => undefined);
    t.after(() => socket.destroy());
    await new Promise((resolve) => socket.write(said, resolve));
  }
  await stop(server);
  assert.ok(!readdirSync(env['DATA_DIR'] ?? '').includes('riac.sqlite-wal'));
});
