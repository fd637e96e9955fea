import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { editorToken, freshStorage, startOn, startServer } from './support/server.js';

const etag = (value: unknown) => ({ headers: { 'if-none-match': String(value) } });

test('a read has a strong tag and is not sent again to who knows it', async (t) => {
  const server = await startServer(t);
  const first = await server.get('/ratings/a');
  const tag = first.headers['etag'];
  assert.match(String(tag), /^"[0-9a-f]{16}"$/);
  for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
    const again = await server.get('/ratings/a', etag(known));
    assert.equal(again.status, 304, String(known));
    assert.equal(again.text, '');
    assert.equal(again.headers['etag'], tag);
  }
  await server.vote('/ratings/a', { value: 3 });
  assert.equal((await server.get('/ratings/a', etag(tag))).status, 200);
});

test('open items are kept for a second, closed ones for minutes', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/open', teaPoll);
  await server.define('/polls/closed', { ...teaPoll, closes_at: '2020-11-10T00:00:00Z' });
  const open = await server.get('/polls/open');
  const closed = await server.get('/polls/closed');
  const brief = 'public, max-age=1, stale-while-revalidate=5';
  assert.equal(open.headers['cache-control'], brief);
  assert.match(String(closed.headers['cache-control']), /^public, max-age=300/);
});

test('what the clock has closed is kept for long only once no vote can be on its way', async (t) => {
  const closing = Date.parse('2030-01-01T13:00:00Z');
  let now = closing;
  const server = await startServer(t, { now: () => now });
  await server.define('/polls/p', { ...teaPoll, closes_at: new Date(closing).toISOString() });
  await server.define('/polls/by-hand', { ...teaPoll, closed: true });
  const kept = async (path: string) =>
    /max-age=(\d+)/.exec(String((await server.get(path)).headers['cache-control']))?.[1];
  for (const [after, seconds] of [
    [-1, '1'],
    [0, '1'],
    [59_999, '1'],
    [60_000, '300'],
  ] as const) {
    now = closing + after;
    assert.equal(await kept('/polls/p'), seconds, `${after} ms`);
    assert.equal(await kept('/state?poll=p'), seconds, `${after} ms`);
  }
  // Whoever closes or removes by hand may be wrong, and leaves no time behind.
  assert.equal(await kept('/polls/by-hand'), '1');
  await server.call('DELETE', '/polls/p', { token: editorToken });
  assert.equal(await kept('/state?poll=p'), '1');
});

test('all widgets of a page come in one answer, in one order', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const one = await server.get('/state?poll=p&rating=b&rating=a&share=s&poll=nope');
  const same = await server.get('/state?share=s&rating=a&rating=b&rating=a&poll=nope&poll=p');
  assert.equal(one.status, 200);
  assert.equal(one.text, same.text);
  const seen = one.body.items.map((entry: { kind: string; item: string; status: number }) => [
    entry.kind,
    entry.item,
    entry.status,
  ]);
  assert.deepEqual(seen, [
    ['poll', 'nope', 404],
    ['poll', 'p', 200],
    ['rating', 'a', 200],
    ['rating', 'b', 200],
    ['share', 's', 200],
  ]);
  assert.equal(one.body.items[0].body.code, 'not_found');
  assert.equal((await server.get('/state?poll=p', etag('*'))).status, 304);
});

test('a batch of nothing or of more than twenty items is refused', async (t) => {
  const server = await startServer(t);
  const many = Array.from({ length: 21 }, (_, index) => `rating=${index}`).join('&');
  for (const query of ['', '?lang=ru', `?${many}`]) {
    const answer = await server.get(`/state${query}`);
    assert.deepEqual([answer.status, answer.body.code], [400, 'malformed'], query);
  }
});

test('a batch is one query, and simultaneous readers share one load', async (t) => {
  const storage = await freshStorage();
  const server = await startOn(storage);
  t.after(async () => {
    await server.app.close();
    await storage.remove();
  });
  let queries = 0;
  const { query } = server.database;
  Object.assign(server.database, {
    query: (text: string, values: never[]) => {
      if (text.includes('from tally')) queries += 1;
      return query(text, values);
    },
  });
  await Promise.all([
    server.get('/state?rating=a&rating=b&rating=c&share=d'),
    server.get('/state?rating=c&rating=b'),
  ]);
  assert.equal(queries, 1);
});

test('a poll answers in the wished language, else in one it has', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const titles = new Map([
    ['?lang=ru', ['ru', 'Чай']],
    ['?lang=ru-RU', ['ru', 'Чай']],
    ['?lang=en-GB', ['en', 'Tea']],
    ['?lang=fr', ['en', 'Tea']],
    ['', ['en', 'Tea']],
  ]);
  for (const [query, wanted] of titles) {
    const { body } = await server.get(`/polls/p${query}`);
    assert.deepEqual([body.lang, body.title], wanted, query);
  }
});

test('own votes are private and need the token', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const token = newToken();
  await server.vote('/polls/p', tea('black'), { token });
  const own = await server.get('/me?poll=p&rating=a&poll=nope', { token });
  assert.equal(own.headers['cache-control'], 'private, no-store');
  const [missing, poll, rating] = own.body.items;
  assert.equal(missing.status, 404);
  assert.deepEqual(poll.body.vote.answers, [{ question: 'q1', options: ['black'] }]);
  assert.equal(rating.body.vote, null);
  assert.equal(rating.body.snapshot.votes, 0);
  assert.ok(own.body.server_time);
  const stranger = await server.get('/me?poll=p', { token: newToken() });
  assert.equal(stranger.body.items[0].body.vote, null);
  const nobody = await server.get('/me?poll=p');
  assert.deepEqual([nobody.status, nobody.body.code], [401, 'login_required']);
});

test('two servers on one database answer the same tag and see each other’s votes', async (t) => {
  const storage = await freshStorage();
  const one = await startOn(storage);
  const other = await startOn(storage);
  t.after(async () => {
    await one.app.close();
    await other.app.close();
    await storage.remove();
  });
  await one.define('/polls/p', teaPoll);
  await one.vote('/polls/p', tea('black'));
  const reply = await other.vote('/polls/p', tea('green'));
  assert.equal(reply.body.snapshot.voters, 2);
  const token = newToken();
  const own = await one.vote('/polls/p', tea('green'), { token });
  assert.equal(own.body.snapshot.voters, 3);
  const moved = await other.vote('/polls/p', tea('black'), { token });
  assert.equal(moved.status, 200);
  assert.equal(moved.body.snapshot.voters, 3);
  let [left, right] = [await one.get('/polls/p'), await other.get('/polls/p')];
  // The first server may still hold what it read less than a second ago.
  for (const end = Date.now() + 20_000; left.text !== right.text && Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    [left, right] = [await one.get('/polls/p'), await other.get('/polls/p')];
  }
  assert.equal(left.text, right.text);
  assert.equal(left.headers['etag'], right.headers['etag']);
});
