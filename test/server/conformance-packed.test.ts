import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startReferenceServer } from '../support/reference-server.mjs';

const run = promisify(execFile);
const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'riac-packed-'));
const command = join(folder, 'riac-conformance');

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the command as `npx riac-conformance` does. */
const conformance = (...args: string[]): Promise<Ended> =>
  run(process.execPath, [command, ...args], { cwd: folder }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, output: stdout }),
  );

/** Packs the package and lays its command where npm would: the files of the archive and no others. */
before(async () => {
  const options = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', options, { cwd: project });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
  const inside = join(folder, 'package');
  const { bin } = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8')) as {
    bin: { 'riac-conformance': string };
  };
  const program = join(inside, bin['riac-conformance']);
  assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  chmodSync(program, 0o755);
  symlinkSync(program, command);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const named = ['--poll', 'reading-habits', '--origin', 'https://news.example'];

test('the packed command finds that the built server keeps the contract', async (t) => {
  const server = await startReferenceServer();
  t.after(async () => {
    await server.stop();
    server.forget();
  });
  const endpoint = `${server.origin}/api/v1`;
  const tagOf = async (path: string) => (await fetch(endpoint + path)).headers.get('etag');
  const tags = () => Promise.all(['/ratings/us-policy', '/polls/reading-habits'].map(tagOf));
  const untouched = await tags();
  const reading = await conformance(endpoint, ...named);
  assert.match(reading.output, /\n\d+ hold, 0 fail, 0 were not asked\n$/);
  assert.equal(reading.code, 0);
  assert.deepEqual(await tags(), untouched, 'reading alone changes nothing');
  const writing = await conformance(
    ...[endpoint, ...named, '--write', '--editor', 'test-editor-token'],
  );
  assert.match(writing.output, /\n\d+ hold, 0 fail, 0 were not asked\n$/);
  assert.equal(writing.code, 0);
  const holding = ({ output }: Ended) => Number(/(\d+) hold/.exec(output)?.[1]);
  assert.ok(holding(writing) > holding(reading));
});

test('the packed command ends with 1 at another back end, and with 2 when it is called wrongly', async (t) => {
  const other = createServer((_, response) => response.end('{}'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    other.closeAllConnections();
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  assert.equal((await conformance(`http://127.0.0.1:${port}`)).code, 1);
  const called = await conformance();
  assert.equal(called.code, 2);
  assert.match(called.output, /^Usage: riac-conformance <endpoint>/);
});
