import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { project, snippetsIn } from '../support/snippets.js';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** Saves the server of the documentation as its reader would, and starts it. */
async function start(t: TestContext): Promise<string> {
  const [snippet, ...others] = snippetsIn('js');
  assert.ok(snippet);
  assert.deepEqual(others, [], 'no test runs these');
  const folder = mkdtempSync(join(tmpdir(), 'riac-small-'));
  const file = join(folder, 'server.mjs');
  writeFileSync(file, snippet.code);
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, PORT: String(port) },
    stdio: 'inherit',
  });
  t.after(() => {
    child.kill();
    rmSync(folder, { recursive: true });
  });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${origin}/state`).catch(() => undefined))) {
    assert.equal(child.exitCode, null, 'the server has ended');
  }
  return origin;
}

const conforms = (origin: string) =>
  new Promise<string>((resolve) => {
    const words = [origin, '--write', '--origin', 'https://news.example'];
    const suite = spawn(process.execPath, [join(project, 'dist', 'conformance.js'), ...words]);
    let said = '';
    suite.stdout.setEncoding('utf8').on('data', (part) => (said += part));
    suite.once('close', () => resolve(said));
  });

test('the small server of the documentation holds as many promises as it says', async (t) => {
  const said = await conforms(await start(t));
  const page = readFileSync(join(project, 'demo/site/docs/en/back-end.md'), 'utf8');
  const [, promised] = /holds (\d+) promises, and none fails/.exec(page) ?? [];
  assert.ok(said.includes(`\n${promised} hold, 0 fail, `), said);
  const unasked = [...said.matchAll(/^not asked .*\n +(.*)$/gm)].map(([, reason]) => reason);
  assert.deepEqual([...new Set(unasked)], ['needs --poll', 'needs --editor']);
});
