import assert from 'node:assert/strict';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { newKey, newToken } from './support/ids.js';
import { addressOf, dataFolder, run, voteUntilGone } from './support/program.js';
import { waitUntil } from './support/wait.js';

const main = 'demo/server/main.ts';
const recounting = 'demo/server/recount.ts';

test('the server starts with one line, keeps a vote over a restart, and ends cleanly', async (t) => {
  const folder = dataFolder(t);
  const env = { PORT: '0', DATA_DIR: folder };
  const first = run(t, main, env);
  const address = await addressOf(first);
  assert.match(first.output, /^riac-widgets demo: http:\/\/127\.0\.0\.1:\d+\/\n$/);
  const cast = await fetch(`${address}api/v1/ratings/us-policy/vote`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${newToken()}`,
      'idempotency-key': newKey(),
    },
    body: '{"value":3}',
  });
  assert.equal(cast.status, 201);
  first.child.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  const second = run(t, main, env);
  const read = await fetch(`${await addressOf(second)}api/v1/ratings/us-policy`);
  const rating = (await read.json()) as { votes: number; histogram: number[] };
  assert.deepEqual(rating.histogram, [0, 0, 1, 0, 5]);
  second.child.kill('SIGTERM');
  assert.equal(await second.ended, 0);
  assert.equal(second.errors, '');
  const files = ['editor-token', 'in-use', 'riac.sqlite', 'secret'];
  assert.deepEqual(readdirSync(folder).sort(), files, 'no log is left beside the file');
  const recount = run(t, recounting, { DATA_DIR: folder });
  assert.equal(await recount.ended, 0);
  assert.match(recount.output, /1 ballots counted, 0 counters differ/);
});

test('a stop under load ends the streams and keeps every vote that was answered', async (t) => {
  const folder = dataFolder(t);
  const env = { PORT: '0', DATA_DIR: folder, POLLS_DIR: folder, RATE_LIMIT: 'off' };
  const server = run(t, main, env);
  const address = await addressOf(server);
  const stream = await fetch(`${address}api/v1/events?rating=a`);
  const told = stream.text();
  let counted = 0;
  const readers = Array.from({ length: 10 }, () => voteUntilGone(address, () => (counted += 1)));
  await waitUntil(() => counted > 50);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.match(await told, /"item":"a"/);
  await Promise.all(readers);
  const recount = run(t, recounting, { DATA_DIR: folder });
  assert.equal(await recount.ended, 0);
  const [, ballots = ''] = /(\d+) ballots counted, 0 counters differ/.exec(recount.output) ?? [];
  assert.ok(Number(ballots) >= counted, `${counted} were answered, ${ballots} are there`);
});

test('secrets and data are readable by nobody else', async (t) => {
  const folder = dataFolder(t);
  const server = run(t, main, { PORT: '0', DATA_DIR: folder });
  await addressOf(server);
  for (const name of ['secret', 'editor-token', 'riac.sqlite', 'riac.sqlite-wal']) {
    const file = join(folder, name);
    assert.ok(existsSync(file), name);
    assert.equal(statSync(file).mode & 0o777, 0o600, name);
  }
});

test('another secret than the one of the database is refused in words', async (t) => {
  const folder = dataFolder(t);
  const server = run(t, main, { PORT: '0', DATA_DIR: folder });
  await addressOf(server);
  server.child.kill('SIGTERM');
  await server.ended;
  const other = run(t, main, {
    PORT: '0',
    DATA_DIR: folder,
    SECRET: 'another secret of the tests',
  });
  assert.equal(await other.ended, 1);
  assert.match(other.errors, /^SECRET differs/);
  const database = await openDatabase(folder);
  await database.query("delete from setting where name = 'secret'");
  await database.close();
  const deliberate = run(t, main, {
    PORT: '0',
    DATA_DIR: folder,
    SECRET: 'another secret of the tests',
  });
  assert.match(await addressOf(deliberate), /^http/, 'a lost secret can be given up');
});

test('a start file of the host’s own brings users, and stops like any other', async (t) => {
  const folder = dataFolder(t);
  const env = { PORT: '0', DATA_DIR: folder };
  const server = run(t, 'test/server/support/start-with-users.ts', env);
  const address = await addressOf(server);
  const vote = async (headers: Record<string, string>) => {
    const url = `${address}api/v1/ratings/a/vote`;
    const all = {
      ...{ 'content-type': 'application/json', 'idempotency-key': newKey() },
      ...headers,
    };
    return (await fetch(url, { method: 'PUT', headers: all, body: '{"value":3}' })).status;
  };
  assert.equal(await vote({ 'x-user': 'anna' }), 403);
  assert.equal(await vote({ 'x-user': 'anna', 'x-proof': 'human' }), 201);
  assert.equal(await vote({ authorization: `Bearer ${newToken()}`, 'x-proof': 'human' }), 401);
  assert.equal(await vote({ 'x-user': 'nobody', 'x-proof': 'human' }), 500);
  await waitUntil(() => server.errors.includes('the sessions are away'));
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
});

test('a taken port is named, with the variable that changes it', async (t) => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  t.after(() => taken.close());
  const address = taken.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const server = run(t, main, { PORT: port, DATA_DIR: dataFolder(t) });
  assert.equal(await server.ended, 1);
  assert.match(server.errors, new RegExp(`^Port ${port} is taken.*PORT`));
  assert.equal(server.errors.trim().split('\n').length, 1);
});

test('a setting that makes no sense is named', async (t) => {
  const wrong = [
    ['PORT', 'eighty'],
    ['ALLOWED_ORIGINS', 'news.example'],
    ['RATE_LIMIT', 'maybe'],
    ['TRUST_PROXY', 'true'],
    // Neither fits into a header that the server would believe.
    ['EDITOR_TOKEN', 'hunter2'],
    ['SECRET', 'hunter2'],
    ['EDITOR_TOKEN', 'correct horse battery staple'],
  ] as const;
  for (const [name, value] of wrong) {
    const server = run(t, main, { DATA_DIR: dataFolder(t), [name]: value });
    assert.equal(await server.ended, 1, name);
    assert.match(server.errors, new RegExp(`^${name}[: ]`));
    assert.doesNotMatch(server.errors, /hunter2|battery/);
  }
});

test('an empty secret file is named, and not taken for a secret', async (t) => {
  const folder = dataFolder(t);
  writeFileSync(join(folder, 'secret'), '\n');
  const server = run(t, main, { PORT: '0', DATA_DIR: folder });
  assert.equal(await server.ended, 1);
  assert.match(server.errors, /^The file \S+secret must have at least 16 characters\.\n$/);
});

test('a recount of a database that is not there says so, and makes none', async (t) => {
  const folder = join(dataFolder(t), 'typo');
  const recount = run(t, recounting, { DATA_DIR: folder });
  assert.equal(await recount.ended, 2);
  assert.match(recount.errors, /^\S+typo\S+ is not there\. Set DATA_DIR\.\n$/);
  assert.equal(recount.output, '');
  assert.ok(!existsSync(folder));
});
