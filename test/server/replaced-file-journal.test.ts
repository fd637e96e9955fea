import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, renameSync, statSync } from 'node:fs';
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
} from './support/places.js';
import { addressOf, dataFolder, run } from './support/program.js';
import { waitUntil } from './support/wait.js';

/** What another program does that changes every ballot without the WAL mode, and is then killed. */
const cutOffChange = `
  const { newConnection } = await import(process.argv[1]);
  const connection = await newConnection(process.argv[2]);
  connection.exec('pragma journal_mode = delete');
  connection.exec('pragma cache_size = 1');
  connection.exec('begin immediate');
  connection.exec("create table mine as with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i, hex(randomblob(200)) as x from n");
  connection.exec('delete from ballot');
  console.info('written');
  setInterval(() => undefined, 1000);
`;

async function cutOff(t: TestContext, file: string): Promise<void> {
  const driver = new URL('../../demo/server/database/sqlite-driver.ts', import.meta.url).href;
  const loader = new URL('../support/typescript.mjs', import.meta.url).href;
  const values = ['--import', loader, '--input-type=module', '-e', cutOffChange, driver, file];
  const child = spawn(process.execPath, values, { stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await waitUntil(() => said.includes('written') || child.exitCode !== null);
  child.kill('SIGKILL');
  await ended;
  assert.ok(statSync(`${file}-journal`).size > 0, 'the journal of the killed program is there');
}

for (const isCopied of [false, true]) {
  const what = isCopied ? 'a copy that was put there' : 'the file that another program left so';
  test(`a journal is not replayed over ${what} before a person says so`, async (t) => {
    const env = embeddedPlace(t);
    const folder = env['DATA_DIR'] ?? '';
    const file = join(folder, 'riac.sqlite');
    const copy = join(dataFolder(t), 'copy.sqlite');
    const { server, address } = await startWithVote(t, env);
    assert.equal(await vote(address, newToken()), 201);
    await stop(server);
    assert.ok(!existsSync(`${file}-journal`));
    copyFileSync(file, copy);
    await cutOff(t, file);
    if (isCopied) copyFileSync(copy, file);
    const refused = run(t, main, env);
    assert.doesNotMatch(await addressOf(refused), /^http/, 'it does not start');
    assert.equal(await refused.ended, 1);
    assert.match(refused.errors, /^[^\n]+riac\.sqlite-journal was left [^\n]+ start again\.\n$/);
    const kept = join(dataFolder(t), 'votes.backup');
    assert.deepEqual(await command(t, backup, env, kept), [2, refused.errors]);
    const [, from = '', to = ''] = /mv "([^"]+)" "([^"]+)"/.exec(refused.errors) ?? [];
    const [, place = '', pragma = ''] = /sqlite3 "([^"]+)" "([^"]+)"/.exec(refused.errors) ?? [];
    if (isCopied) renameSync(from, to);
    else {
      const connection = await newConnection(place);
      assert.deepEqual(connection.prepare(pragma).all(), [{ quick_check: 'ok' }]);
      connection.close();
    }
    const again = run(t, main, env);
    assert.equal((await read(await addressOf(again))).votes, 2);
    await stop(again);
    assert.equal(again.errors, '');
    assert.match((await command(t, recount, env))[1], /^2 ballots counted, 0 counters differ/);
    assert.deepEqual(
      readdirSync(folder).filter((name) => /-journal$|-wal$|\.new/.test(name)),
      [],
    );
  });
}
