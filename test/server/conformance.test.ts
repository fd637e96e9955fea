import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { cast, connect, randomItem } from '../conformance/client.js';
import { runSuite } from '../conformance/suite.js';
import { addressOf } from './support/event-stream.js';
import { teaPoll, wishPoll } from './support/polls.js';
import { editorToken, startServer } from './support/server.js';

for (const [what, poll] of [
  ['an open poll', teaPoll],
  ['a hidden poll of several questions', { ...wishPoll, results: 'after_vote' }],
  ['a closed poll', { ...teaPoll, closed: true }],
] as const) {
  test(`the server keeps every sentence of the conformance suite, with ${what}`, async (t) => {
    const origin = 'https://news.example';
    const server = await startServer(t, { allowedOrigins: [origin] });
    await server.define('/polls/p', poll);
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const endpoint = connect(`${addressOf(server)}/api/v1/`, randomItem(), {
      poll: 'p',
      origin,
      editor: editorToken,
    });
    const results = await runSuite(endpoint, true);
    const broken = results.filter(({ outcome }) => outcome !== 'holds');
    assert.deepEqual(broken, []);
    assert.ok(results.length >= 40);
  });
}

/** A back end that refuses the first requests as too many. */
async function startBusy(t: TestContext, refusals: number, retryAfter: string) {
  const came: (string | string[] | undefined)[] = [];
  const busy = createServer(({ headers }, response) => {
    came.push(headers['idempotency-key']);
    if (came.length <= refusals) response.writeHead(429, { 'retry-after': retryAfter });
    response.end('{"votes":1}');
  });
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    busy.closeAllConnections();
    busy.close();
  });
  const { port } = busy.address() as AddressInfo;
  const waits: number[] = [];
  const note = (seconds: number) => waits.push(seconds);
  return { came, waits, endpoint: connect(`http://127.0.0.1:${port}`, 'a', {}, note) };
}

test('the suite waits where a back end asks for it, once a request and says so', async (t) => {
  const inASecond = new Date(Date.now() + 1000).toUTCString();
  for (const [refusals, retryAfter, status, waited] of [
    [1, '1', 200, 1],
    [1, inASecond, 200, 1],
    [2, '1', 429, 1],
    [1, '61', 429, 0],
    [1, 'soon', 429, 0],
  ] as const) {
    const { came, waits, endpoint } = await startBusy(t, refusals, retryAfter);
    const answer = await cast(endpoint, '/ratings/a', { value: 1 });
    assert.equal(answer.status, status, retryAfter);
    assert.equal(waits.length, waited, retryAfter);
    assert.deepEqual([came.length, new Set(came).size], [1 + waited, 1]);
  }
});

test('a back end that answers anything with 200 and a page fails the suite', async (t) => {
  const page = createServer((_, response) => response.end('<!doctype html>'));
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    page.closeAllConnections();
    page.close();
  });
  const { port } = page.address() as AddressInfo;
  const results = await runSuite(
    connect(`http://127.0.0.1:${port}`, randomItem(), { poll: 'p', origin: 'a', editor: 'b' }),
    true,
  );
  assert.ok(results.every(({ outcome }) => outcome === 'fails'));
});
