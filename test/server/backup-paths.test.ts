import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import {
  asOrdinaryUser,
  backup,
  command,
  embeddedPlace,
  restore,
  startWithVote,
  stop,
} from './support/places.js';
import { dataFolder } from './support/program.js';

/** A stopped server with one vote, its backup, and a folder for what else a test writes. */
async function backedUp(t: TestContext) {
  const env = embeddedPlace(t);
  const folder = dataFolder(t);
  const file = join(folder, 'votes.backup');
  const { server } = await startWithVote(t, env);
  await stop(server);
  assert.equal((await command(t, backup, env, file))[0], 0);
  return { env, folder, file, data: env['DATA_DIR'] ?? '' };
}

test('a path that a backup or a restore cannot use is named, with what is wrong with it', async (t) => {
  const { env, folder, file } = await backedUp(t);
  const missing = join(folder, 'none');
  const cases = [
    [backup, join(missing, 'a.backup'), `There is no folder ${missing}. Make it first.`],
    [backup, `${missing}/`, `There is no folder ${missing}/. Make it first.`],
    [backup, join(file, 'a.backup'), `${join(file, 'a.backup')} is not there.`],
    [restore, folder, `${folder} is a folder. Name a file in it.`],
    [restore, missing, `${missing} is not there.`],
    [restore, join(file, 'a'), `${join(file, 'a')} is not there.`],
    [restore, `${file}/`, `${file}/ is not there.`],
  ] as const;
  for (const [program, path, sentence] of cases) {
    const [code, output] = await command(t, program, env, path);
    const told = output.replace(/: a part of the path [^.\n]+/, '');
    assert.deepEqual([code, told], [2, `${sentence}\n`]);
  }
  assert.deepEqual(readdirSync(folder), ['votes.backup']);
});

test('what this user may not read or write is not called missing', async (t) => {
  const { env, folder, file, data } = await backedUp(t);
  for (const path of [dirname(data), folder]) chmodSync(path, 0o755);
  const shut = join(folder, 'shut');
  mkdirSync(shut, { mode: 0o700 });
  const open = join(folder, 'open');
  mkdirSync(open);
  chmodSync(open, 0o777);
  const cases = [
    // The folder belongs to another user, and is shut.
    [backup, open, join(data, 'riac.sqlite')],
    [backup, shut, shut],
    [restore, file, file],
  ] as const;
  for (const [program, path, named] of cases) {
    const [code, output] = await command(t, program, asOrdinaryUser(env), path);
    assert.deepEqual([code, output], [2, `${named} may not be used by this user (EACCES).\n`]);
  }
  assert.deepEqual(readdirSync(open), []);
});

test('a backup with anything after its end is refused', async (t) => {
  const { env, folder, file, data } = await backedUp(t);
  const whole = readFileSync(file);
  const before = readFileSync(join(data, 'secret'), 'utf8');
  const faulty = {
    'joined-with-another': Buffer.concat([whole, whole]),
    'with-a-line-feed': Buffer.concat([whole, Buffer.from('\n')]),
    'with-text': Buffer.concat([whole, Buffer.from('Signed by nobody.')]),
    'with-zeros': Buffer.concat([whole, Buffer.alloc(100_000)]),
  };
  for (const [name, content] of Object.entries(faulty)) {
    const path = join(folder, name);
    writeFileSync(path, content);
    const [code, output] = await command(t, restore, env, path);
    assert.equal(code, 2, name);
    assert.match(output, new RegExp(`^[^\\n]*${name} is not a whole backup: [^\\n]+\\n$`));
  }
  assert.deepEqual(readdirSync(data).sort(), ['editor-token', 'in-use', 'riac.sqlite', 'secret']);
  assert.equal(readFileSync(join(data, 'secret'), 'utf8'), before);
});

test('what a restore that was killed has left of its draft is removed by the next one', async (t) => {
  const { env, file, data } = await backedUp(t);
  for (const end of ['', '-wal', '-journal']) {
    appendFileSync(join(data, `restoring.sqlite${end}`), 'half');
  }
  const damaged = `${file}-cut`;
  writeFileSync(damaged, readFileSync(file).subarray(0, -9));
  assert.equal((await command(t, restore, env, damaged))[0], 2);
  assert.deepEqual(readdirSync(data).sort(), ['editor-token', 'in-use', 'riac.sqlite', 'secret']);
});

test('an address of another database than PostgreSQL is refused without its password', async (t) => {
  const { env, file } = await backedUp(t);
  const other = { ...env, DATABASE_URL: 'mysql://riac:pass@127.0.0.1/riac' };
  for (const [program, path] of [
    [backup, `${file}-2`],
    [restore, file],
  ] as const) {
    const [code, output] = await command(t, program, other, path);
    assert.equal(code, 2);
    assert.match(output, /^DATABASE_URL must begin with postgresql:[^\n]+\n$/);
    assert.doesNotMatch(output, /pass@/);
  }
});
