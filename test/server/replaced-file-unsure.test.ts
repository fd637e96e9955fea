import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newConnection } from '../../demo/server/database/sqlite-driver.js';
import { newToken } from './support/ids.js';
import {
  backup,
  command,
  embeddedPlace,
  main,
  read,
  recount,
  startWithVote,
  stop,
  vote,
  type Environment,
} from './support/places.js';
import { addressOf, dataFolder, run } from './support/program.js';

const fileOf = (env: Environment) => join(env['DATA_DIR'] ?? '', 'riac.sqlite');

/** Does what an operator does with a program of their own while the server runs. */
async function byHand(file: string, ...statements: string[]): Promise<void> {
  const connection = await newConnection(file);
  for (const statement of statements) connection.exec(statement);
  connection.close();
}

const emptyLog = 'pragma wal_checkpoint(truncate)';

/** What a server that is refused a start says, which is one line. */
async function refusal(t: TestContext, env: Environment): Promise<string> {
  const server = run(t, main, env);
  assert.doesNotMatch(await addressOf(server), /^http/, 'it does not start');
  assert.equal(await server.ended, 1);
  assert.match(
    server.errors,
    /^[^\n]+riac\.sqlite-wal may hold votes [^\n]+ Then start again\.\n$/,
  );
  return server.errors;
}

/** Starts a server and answers what it holds and complains of; ends it. */
async function look(t: TestContext, env: Environment) {
  const server = run(t, main, env);
  const { votes } = await read(await addressOf(server));
  await stop(server);
  return [votes, server.errors];
}

const maintenance = {
  'an analysis': ['analyze'],
  'a compaction': ['vacuum'],
  'a table of their own': ['create table mine (note text)'],
  'a row of theirs that makes the file grow': [
    "insert into setting (name, value) values ('mine', hex(zeroblob(20000)))",
  ],
  'a row of theirs that fits in': ["update setting set value = value where name = 'secret'"],
};

for (const [what, statements] of Object.entries(maintenance)) {
  test(`no vote is lost by a crash after ${what} of an operator`, async (t) => {
    const env = embeddedPlace(t);
    const { server, address } = await startWithVote(t, env);
    await byHand(fileOf(env), emptyLog, ...statements);
    for (let count = 0; count < 3; count += 1) assert.equal(await vote(address, newToken()), 201);
    server.child.kill('SIGKILL');
    await server.ended;
    if (!what.includes('fits')) {
      const line = await refusal(t, env);
      const [code, told] = await command(t, backup, env, join(dataFolder(t), 'votes.backup'));
      assert.deepEqual([code, told], [2, line], 'a backup without these votes is refused, too');
      const [, file = '', pragma = ''] = /sqlite3 "([^"]+)" "([^"]+)"/.exec(line) ?? [];
      await byHand(file, pragma);
    }
    assert.deepEqual(await look(t, env), [4, '']);
    assert.match((await command(t, recount, env))[1], /^4 ballots counted, 0 counters differ/);
  });
}

test('a copy of the moment of the first commit in a log holds after the advice', async (t) => {
  const env = embeddedPlace(t);
  const copy = join(dataFolder(t), 'copy.sqlite');
  const { server, address } = await startWithVote(t, env);
  await byHand(fileOf(env), emptyLog);
  assert.equal(await vote(address, newToken()), 201);
  await byHand(fileOf(env), `vacuum into '${copy}'`);
  assert.equal(await vote(address, newToken()), 201);
  server.child.kill('SIGKILL');
  await server.ended;
  copyFileSync(copy, fileOf(env));
  const line = await refusal(t, env);
  const [, log = '', former = ''] = /mv "([^"]+)" "([^"]+)"/.exec(line) ?? [];
  execFileSync('mv', [log, former]);
  assert.deepEqual(await look(t, env), [2, '']);
  assert.ok(statSync(former).size > 0, 'the log is kept');
  assert.equal(existsSync(log), false);
});

test('a copy made between a start and its first vote is known for what it is', async (t) => {
  const env = embeddedPlace(t);
  const copy = join(dataFolder(t), 'copy.sqlite');
  const { server } = await startWithVote(t, env);
  await stop(server);
  const again = run(t, main, env);
  const address = await addressOf(again);
  await byHand(fileOf(env), `vacuum into '${copy}'`);
  assert.equal(await vote(address, newToken()), 201);
  again.child.kill('SIGKILL');
  await again.ended;
  copyFileSync(copy, fileOf(env));
  const [votes, complaint] = await look(t, env);
  assert.equal(votes, 1);
  assert.match(String(complaint), /was replaced/);
});
