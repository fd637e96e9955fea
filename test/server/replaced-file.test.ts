import assert from 'node:assert/strict';
import { copyFileSync, existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { connectSqlite } from '../../demo/server/database/sqlite-driver.js';
import { newToken } from './support/ids.js';
import {
  backup,
  command,
  embeddedPlace,
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
import { addressOf, dataFolder, run } from './support/program.js';

const fileOf = (env: Environment) => join(env['DATA_DIR'] ?? '', 'riac.sqlite');

/** Starts a server, casts votes of new readers, and kills it: its log stays beside the file. */
async function voteAndKill(t: TestContext, env: Environment, votes: number): Promise<void> {
  const server = run(t, main, env);
  const address = await addressOf(server);
  for (let count = 0; count < votes; count += 1) assert.equal(await vote(address, newToken()), 201);
  server.child.kill('SIGKILL');
  await server.ended;
  assert.ok(statSync(`${fileOf(env)}-wal`).size > 0, 'the log of the killed server is there');
}

/** Starts a server and answers what it holds and complains of; ends it. */
async function look(t: TestContext, env: Environment) {
  const server = run(t, main, env);
  const rating = await read(await addressOf(server));
  await stop(server);
  return { ...rating, complaint: server.errors };
}

test('the log of a killed server is replayed over its own file', async (t) => {
  const env = embeddedPlace(t);
  await voteAndKill(t, env, 3);
  await voteAndKill(t, env, 2);
  const { votes, complaint } = await look(t, env);
  assert.deepEqual([votes, complaint], [5, '']);
  assert.match((await command(t, recount, env))[1], /5 ballots counted, 0 counters differ/);
});

/** Ways in which operators copy the file of a database. */
const copies = {
  'of the file of a stopped server': async (file: string, copy: string) => copyFileSync(file, copy),
  'made by VACUUM INTO': async (file: string, copy: string) => {
    const connection = await connectSqlite(file);
    connection.exec(`vacuum into '${copy}'`);
    connection.close();
  },
};

for (const [how, make] of Object.entries(copies)) {
  test(`over a copy ${how} no log of a killed server is replayed`, async (t) => {
    const env = embeddedPlace(t);
    const copy = join(dataFolder(t), 'copy.sqlite');
    const { server } = await startWithVote(t, env);
    if (how.includes('stopped')) await stop(server);
    await make(fileOf(env), copy);
    server.child.kill('SIGKILL');
    await server.ended;
    await voteAndKill(t, env, 3);
    copyFileSync(copy, fileOf(env));
    const { votes, version, complaint } = await look(t, env);
    assert.equal(votes, 1, 'what was copied there is what is there');
    assert.ok(version > 1_000_000, 'no browser has seen a later version');
    const kept = /^\S+riac\.sqlite was replaced while .* kept as (\S+)\.\n$/.exec(complaint)?.[1];
    assert.ok(kept && statSync(kept).size > 0, complaint);
    assert.match((await command(t, recount, env))[1], /1 ballots counted, 0 counters differ/);
    assert.deepEqual(
      [(await look(t, env)).complaint, existsSync(`${fileOf(env)}-wal`)],
      ['', false],
    );
  });
}

test('a copy that was made while the votes of the log were cast is not changed by it', async (t) => {
  const env = embeddedPlace(t);
  const copy = join(dataFolder(t), 'copy.sqlite');
  const { server, address } = await startWithVote(t, env);
  await copies['made by VACUUM INTO'](fileOf(env), copy);
  assert.equal(await vote(address, newToken()), 201);
  server.child.kill('SIGKILL');
  await server.ended;
  copyFileSync(copy, fileOf(env));
  const { votes, complaint } = await look(t, env);
  assert.equal(votes, 1);
  assert.match(complaint, /was replaced/);
});

test('a restore that was cut off is named at the start, and finished by another one', async (t) => {
  const env = embeddedPlace(t);
  const file = join(dataFolder(t), 'votes.backup');
  const { server, token } = await startWithVote(t, env);
  assert.equal((await command(t, backup, env, file))[0], 0);
  await stop(server);
  // As it is between the moves: the former file is away, the new one not in its place.
  writeFileSync(join(env['DATA_DIR'] ?? '', 'restore-unfinished'), '');
  const refused = run(t, main, env);
  assert.equal(await refused.ended, 1);
  assert.match(refused.errors, /^A restore into \S+ was cut off\. Run it again\.\n$/);
  assert.equal((await command(t, restore, env, file))[0], 0);
  const again = run(t, main, env);
  assert.equal(await ownVote(await addressOf(again), token), 4);
});
