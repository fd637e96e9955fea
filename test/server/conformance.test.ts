import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { connect, randomItem } from '../conformance/client.js';
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
