import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { openStream } from './support/event-stream.js';
import { newKey, newToken } from './support/ids.js';
import { startServer, type Answer } from './support/server.js';

const json = { 'content-type': 'application/json' };

test('a write without the JSON content type is refused', async (t) => {
  const server = await startServer(t);
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''];
  for (const type of types) {
    const headers = { 'content-type': type };
    const answer = await server.vote('/ratings/a', '{"value":4}', { headers });
    assert.equal(answer.status, 415, type);
    assert.equal(answer.body.code, 'malformed');
  }
  const bare = await server.app.inject({ method: 'POST', url: '/api/v1/shares/a' });
  assert.equal(bare.statusCode, 415);
  assert.equal((await server.get('/ratings/a')).body.votes, 0);
});

test('only allowed origins may write, and only they are told so by CORS', async (t) => {
  const server = await startServer(t, { allowedOrigins: ['https://news.example'] });
  const from = (origin: string) => server.vote('/ratings/a', { value: 4 }, { headers: { origin } });
  const allowed = await from('https://news.example');
  assert.equal(allowed.status, 201);
  assert.equal(allowed.headers['access-control-allow-origin'], 'https://news.example');
  const own = await from('http://localhost:80');
  assert.equal(own.status, 201, 'the server’s own pages');
  for (const origin of ['https://evil.example', 'null', 'https://news.example.evil.example']) {
    const refused = await from(origin);
    assert.deepEqual([refused.status, refused.body.code], [403, 'not_eligible'], origin);
    assert.notEqual(refused.headers['access-control-allow-origin'], origin);
  }
  assert.equal((await server.get('/ratings/a')).body.votes, 2);
});

test('a preflight names methods, headers and its life time', async (t) => {
  const server = await startServer(t, { allowedOrigins: ['https://news.example'] });
  const { headers, statusCode } = await server.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/ratings/a/vote',
    headers: { origin: 'https://news.example', 'access-control-request-method': 'PUT' },
  });
  assert.equal(statusCode, 204);
  assert.match(String(headers['access-control-allow-methods']), /PUT/);
  for (const name of ['Idempotency-Key', 'If-Match', 'If-None-Match']) {
    const allowed = String(headers['access-control-allow-headers']).split(', ');
    assert.ok(allowed.includes(name), name);
  }
  assert.equal(headers['access-control-max-age'], '86400');
  assert.equal(headers['access-control-allow-credentials'], undefined);
  const read = await server.get('/ratings/a', { headers: { origin: 'https://news.example' } });
  assert.match(
    String(read.headers['access-control-expose-headers']),
    /ETag.*Date.*Age.*Retry-After/,
  );
  assert.match(String(read.headers['vary']), /Origin/);
});

test('pages get a strict content security policy, and nobody a cookie', async (t) => {
  const server = await startServer(t);
  const { headers } = await server.get('/ratings/a');
  assert.match(String(headers['content-security-policy']), /^default-src 'none';script-src 'self'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
  assert.equal(headers['set-cookie'], undefined);
});

test('a vote needs a token and a key of the right form', async (t) => {
  const server = await startServer(t);
  const put = (headers: Record<string, string>) =>
    server.call('PUT', '/ratings/a/vote', { body: { value: 4 }, headers: { ...json, ...headers } });
  const key = { 'idempotency-key': newKey() };
  const token = { authorization: `Bearer ${newToken()}` };
  assert.equal((await put(key)).body.code, 'login_required');
  for (const authorization of ['Bearer short', 'Basic abc', `Bearer ${'a'.repeat(300)}`]) {
    assert.equal((await put({ ...key, authorization })).status, 401, authorization);
  }
  const v4 = '9b2f1c66-8a3e-4d7c-9f10-2f6d1c5e8a77';
  for (const bad of ['', 'abc', v4, `${newKey()}0`]) {
    const answer = await put({ ...token, 'idempotency-key': bad });
    assert.deepEqual([answer.status, answer.body.code], [400, 'malformed'], bad);
  }
  const upper = newKey().toUpperCase();
  assert.equal((await put({ ...token, 'idempotency-key': upper })).status, 201);
  assert.equal((await put({ ...token, 'idempotency-key': upper.toLowerCase() })).status, 200);
});

test('what is stored names neither the voter nor the same voter at two items', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  await server.vote('/ratings/a', { value: 4 }, { token });
  await server.vote('/ratings/b', { value: 4 }, { token });
  const rows = await server.database.query<{ voter: string }>('select voter from ballot');
  assert.equal(new Set(rows.map(({ voter }) => voter)).size, 2);
  assert.ok(!JSON.stringify(rows).includes(token));
});

const limited = (answer: Answer) => answer.status === 429;

function requireRetry(answer: Answer | undefined): void {
  assert.ok(answer, 'something was refused');
  assert.equal(answer.body.code, 'rate_limited');
  assert.ok(answer.body.retry_after >= 1);
  assert.equal(String(answer.body.retry_after), String(answer.headers['retry-after']));
}

test('one voter at one item is slowed down, others are not', async (t) => {
  const server = await startServer(t, { rateLimit: 1 });
  const token = newToken();
  const answers: Answer[] = [];
  for (let count = 0; count < 22; count += 1) {
    answers.push(await server.vote('/ratings/a', { value: (count % 5) + 1 }, { token }));
  }
  requireRetry(answers.find(limited));
  assert.equal(answers.filter(limited).length, 2);
  assert.equal((await server.vote('/ratings/a', { value: 1 })).status, 201);
  assert.equal((await server.vote('/ratings/b', { value: 1 }, { token })).status, 201);
});

test('one address is slowed down in reads, writes and new voters', async (t) => {
  const server = await startServer(t, { rateLimit: 0.1 });
  const writes: Answer[] = [];
  for (let count = 0; count < 8; count += 1) {
    writes.push(await server.vote(`/ratings/${count}`, { value: 1 }));
  }
  requireRetry(writes.find(limited));
  const reads: Answer[] = [];
  for (let count = 0; count < 70; count += 1) reads.push(await server.get('/ratings/a'));
  requireRetry(reads.find(limited));
});

test('an address that has brought too many new voters still lets the former ones change', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  // A tenth of the limits: six writes a minute, and six new voters an hour, by one address.
  const server = await startServer(t, { rateLimit: 0.1 });
  const tokens = Array.from({ length: 6 }, newToken);
  for (const token of tokens) {
    assert.equal((await server.vote('/ratings/a', { value: 4 }, { token })).status, 201);
  }
  t.mock.timers.tick(61_000);
  const late = await server.vote('/ratings/a', { value: 4 });
  requireRetry(late);
  assert.ok(late.body.retry_after > 3000, 'the hour is not over');
  const former = await server.vote('/ratings/a', { value: 5 }, { token: tokens[0] ?? '' });
  assert.deepEqual([former.status, former.body.snapshot.votes], [200, 6]);
  assert.equal((await server.vote('/ratings/b', { value: 4 })).status, 201);
});

test('first votes at the limit that come at once are counted and answered so, or neither', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const server = await startServer(t, { rateLimit: 0.1 });
  for (let count = 0; count < 5; count += 1) await server.vote('/ratings/a', { value: 4 });
  t.mock.timers.tick(61_000);
  const votes = [1, 2, 3, 4].map(() => server.vote('/ratings/a', { value: 4 }));
  const answers = await Promise.all(votes);
  const counted = answers.filter(({ status }) => status === 201);
  assert.equal(counted.length + answers.filter(limited).length, 4);
  assert.equal((await server.get('/ratings/a')).body.votes, 5 + counted.length);
  requireRetry(await server.vote('/ratings/a', { value: 4 }));
});

test('who has withdrawn, or never voted, is a new voter to the limit of an address', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const server = await startServer(t, { rateLimit: 0.1 });
  const token = newToken();
  await server.vote('/ratings/a', { value: 4 }, { token });
  for (let count = 0; count < 5; count += 1) await server.vote('/ratings/a', { value: 4 });
  t.mock.timers.tick(61_000);
  for (const voter of [token, newToken()]) {
    assert.equal((await server.withdraw('/ratings/a', { token: voter })).status, 200);
    requireRetry(await server.vote('/ratings/a', { value: 5 }, { token: voter }));
  }
  assert.equal((await server.get('/ratings/a')).body.votes, 5);
});

test('IPv6 neighbours of one network count as one, and a forwarded address only when trusted', async (t) => {
  const read = (server: typeof plain, remoteAddress: string, forwarded?: string) =>
    server.app.inject({
      url: '/api/v1/ratings/a',
      remoteAddress,
      headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
    });
  const statuses = async (ask: (index: number) => ReturnType<typeof read>) => {
    const answers = [];
    for (let index = 1; index <= 62; index += 1) answers.push((await ask(index)).statusCode);
    return answers.filter((status) => status === 429).length;
  };
  const plain = await startServer(t, { rateLimit: 0.1 });
  assert.equal(await statuses((index) => read(plain, `2001:db8::${index}`)), 2);
  assert.equal(await statuses((index) => read(plain, '10.0.0.1', `10.1.0.${index}`)), 2);
  const behind = await startServer(t, { rateLimit: 0.1, trustProxy: '10.0.0.1' });
  assert.equal(await statuses((index) => read(behind, '10.0.0.1', `10.1.0.${index}`)), 0);
});

test('share clicks of one IPv6 network count as those of one reader', async (t) => {
  const server = await startServer(t, { rateLimit: 1 });
  const click = (remoteAddress: string) =>
    server.app.inject({
      method: 'POST',
      url: '/api/v1/shares/s',
      remoteAddress,
      headers: { ...json, 'idempotency-key': newKey() },
      payload: '{"network":"vk"}',
    });
  const statuses: number[] = [];
  for (let index = 1; index <= 22; index += 1) {
    statuses.push((await click(`2001:db8::${index}`)).statusCode);
  }
  assert.deepEqual(statuses, [...Array(20).fill(204), 429, 429]);
  assert.equal((await click('2001:db8:0:1::1')).statusCode, 204, 'another network');
});

test('one address has so many streams at a time, and another one when one of them ends', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  // A hundredth of the limits: six streams at a time, and six reads a minute.
  const server = await startServer(t, { rateLimit: 0.01 });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const connections: Socket[] = [];
  server.app.server.on('connection', (socket) => connections.push(socket));
  const open = async () => {
    t.mock.timers.tick(61_000);
    const stream = await openStream(server, 'rating=a');
    t.after(() => stream.close());
    return stream;
  };
  const first = await open();
  for (let count = 1; count < 6; count += 1) await open();
  const { response } = await open();
  assert.deepEqual([response.statusCode, response.headers['retry-after']], [429, '60']);
  const [connection] = connections;
  assert.ok(connection);
  const closed = once(connection, 'close');
  first.close();
  await closed;
  assert.equal((await open()).response.statusCode, 200);
});
