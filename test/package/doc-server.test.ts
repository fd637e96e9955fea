import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { snippetsIn } from '../support/snippets.js';

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

test('the small server of the documentation counts a vote once, and tells it to its voter', async (t) => {
  const origin = await start(t);
  const headers = {
    authorization: 'Bearer 0123456789abcdef',
    'content-type': 'application/json',
    'idempotency-key': '01920000-0000-7000-8000-000000000001',
  };
  const vote = async (value: unknown, more = {}) => {
    const body = JSON.stringify({ value });
    const url = `${origin}/ratings/a/vote`;
    const answer = await fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body });
    return { status: answer.status, body: await answer.json() };
  };
  const first = await vote(4);
  assert.equal(first.status, 201);
  assert.equal(first.body.vote.value, 4);
  assert.equal((await vote(4)).body.snapshot.votes, 1);
  assert.equal((await vote(5)).body.code, 'key_reused');
  assert.equal((await vote(9, { 'idempotency-key': 'later' })).body.code, 'invalid_selection');
  const later = { 'idempotency-key': '01930000-0000-7000-8000-000000000001' };
  assert.equal((await vote(2, later)).body.snapshot.mean, 2);
  // The first delivery once more, late: the newer vote stays.
  assert.equal((await vote(4)).body.vote.value, 2);
  const me = await (await fetch(`${origin}/me?rating=a`, { headers })).json();
  assert.equal(me.items[0].body.vote.value, 2);
  const state = await (await fetch(`${origin}/state?rating=a`)).json();
  assert.deepEqual(state.items[0].body.histogram, [0, 1, 0, 0, 0]);
  assert.equal((await fetch(`${origin}/ratings/a/vote`, { method: 'PUT' })).status, 401);
  const preflight = await fetch(`${origin}/ratings/a/vote`, { method: 'OPTIONS' });
  assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /idempotency-key/);
});
