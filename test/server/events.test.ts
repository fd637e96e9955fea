import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { DatabaseUnavailable } from '../../demo/server/items/database.js';
import { tea, teaPoll } from './support/polls.js';
import { openStream, type EventStream } from './support/event-stream.js';
import {
  editorToken,
  freshStorage,
  startOn,
  startServer,
  type TestServer,
} from './support/server.js';
import { waitUntil } from './support/wait.js';

async function listening(t: TestContext, options = {}): Promise<TestServer> {
  const server = await startServer(t, options);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  return server;
}

test('a stream tells where each item stands, and that it changed, without any count', async (t) => {
  const server = await listening(t);
  await server.define('/polls/p', teaPoll);
  const stream = await openStream(server, 'poll=p&rating=a');
  const { headers } = stream.response;
  assert.equal(headers['content-type'], 'text/event-stream');
  assert.equal(headers['x-accel-buffering'], 'no');
  assert.match(stream.text || 'retry: ', /retry: /);
  const first = await stream.event(({ data }) => data.kind === 'poll');
  await server.vote('/polls/p', tea('black'));
  const next = await stream.event(({ data }) => data.version > first.data.version);
  assert.deepEqual(Object.keys(next.data), ['kind', 'item', 'version', 'state', 'server_time']);
  assert.equal(next.data.state, 'open');
  const read = await server.get('/polls/p');
  assert.equal(read.body.version, next.data.version);
  stream.close();
});

test('a stream tells that a rating nobody voted on was defined, with votes of an older system', async (t) => {
  const server = await listening(t);
  const stream = await openStream(server, 'rating=a');
  const { data } = await stream.event();
  await server.define('/ratings/a', { imported: { histogram: [0, 0, 0, 0, 7] } });
  await stream.event((event) => event.data.version > data.version);
  assert.equal((await server.get('/ratings/a')).body.votes, 7);
  stream.close();
});

test('many votes become few events', async (t) => {
  const server = await listening(t);
  const stream = await openStream(server, 'rating=a');
  await stream.event();
  const began = performance.now();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => server.vote('/ratings/a', { value: 4 })));
  }
  const { version } = (await server.get('/ratings/a')).body;
  await stream.event(({ data }) => data.version === version);
  // One a quarter of a second, however long this machine takes for the votes.
  const most = 2 + (performance.now() - began) / 250;
  assert.ok(stream.events.length <= most, `${stream.events.length} events for 200 votes`);
  stream.close();
});

test('who comes back with the last event id is told only what is new', async (t) => {
  const server = await listening(t);
  const stream = await openStream(server, 'rating=a');
  const { id } = await stream.event();
  stream.close();
  const returning = { 'last-event-id': id };
  const unchanged = await openStream(server, 'rating=a', returning);
  await waitUntil(() => unchanged.text.includes('retry:'));
  await server.vote('/ratings/a', { value: 4 });
  const news = await unchanged.event();
  assert.notEqual(news.id, id, 'the state it knew was not sent again');
  unchanged.close();
  const missed = await openStream(server, 'rating=a', returning);
  assert.equal((await missed.event()).id, news.id);
  missed.close();
});

test('votes on hidden results are not announced', async (t) => {
  const server = await listening(t);
  await server.define('/polls/p', { ...teaPoll, results: 'after_close' });
  const stream = await openStream(server, 'poll=p&rating=a');
  await waitUntil(() => stream.events.length === 2);
  await server.vote('/polls/p', tea('black'));
  await server.vote('/ratings/a', { value: 1 });
  // The rating's event comes after the poll's would have come.
  await stream.event(({ data }) => data.kind === 'rating' && data.version > 1);
  assert.equal(stream.events.filter(({ data }) => data.kind === 'poll').length, 1);
  stream.close();
});

for (const results of ['after_vote', 'after_close']) {
  test(`${results}: what is taken away does not tell in its event how many have voted`, async (t) => {
    const toldAfter = async (votes: number) => {
      const server = await listening(t);
      await server.define('/polls/p', { ...teaPoll, results });
      await server.define('/ratings/r', { results });
      for (let count = 0; count < votes; count += 1) {
        await server.vote('/polls/p', tea('black'));
        await server.vote('/ratings/r', { value: 4 });
      }
      const stream = await openStream(server, 'poll=p&rating=r');
      await waitUntil(() => stream.events.length === 2);
      for (const path of ['/polls/p', '/ratings/r']) {
        await server.call('DELETE', path, { token: editorToken });
      }
      const ends = ['poll', 'rating'].map((kind) =>
        stream.event(({ data }) => data.kind === kind && data.state === 'closed'),
      );
      const ids = (await Promise.all(ends)).map(({ id }) => id);
      stream.close();
      return ids;
    };
    assert.deepEqual(await toldAfter(0), await toldAfter(7));
  });
}

test('a poll whose hour has come is announced without any vote', async (t) => {
  let now = Date.parse('2030-01-01T12:00:00Z');
  const server = await listening(t, { now: () => now });
  await server.define('/polls/p', { ...teaPoll, closes_at: '2030-01-01T13:00:00Z' });
  const stream = await openStream(server, 'poll=p');
  await stream.event(({ data }) => data.state === 'open');
  now += 3600_000;
  await stream.event(({ data }) => data.state === 'closed');
  stream.close();
});

/** Two processes on one database; the first one listens, and hears no news when it is `deaf`. */
async function twoProcesses(t: TestContext, deaf: boolean): Promise<[TestServer, TestServer]> {
  const storage = await freshStorage();
  const open = async () => ({ ...(await storage.open()), onChange: () => undefined });
  const here = await startOn(deaf ? { ...storage, open } : storage);
  const there = await startOn(storage);
  await here.app.listen({ port: 0, host: '127.0.0.1' });
  t.after(async () => {
    await here.app.close();
    await there.app.close();
    await storage.remove();
  });
  return [here, there];
}

for (const [what, deaf] of [
  ['as the engine brings the news', false],
  ['where the engine brings none', true],
] as const) {
  test(`a stream hears of votes that another process took, ${what}`, async (t) => {
    const [here, there] = await twoProcesses(t, deaf);
    const stream = await openStream(here, 'rating=a');
    const { data } = await stream.event();
    await there.vote('/ratings/a', { value: 4 });
    await stream.event((event) => event.data.version > data.version);
    stream.close();
  });
}

test('a clock that is set back holds up neither events nor reads', async (t) => {
  const [here, there] = await twoProcesses(t, true);
  const stream = await openStream(here, 'rating=a');
  const { data } = await stream.event();
  await here.vote('/ratings/a', { value: 4 });
  const next = await stream.event((event) => event.data.version > data.version);
  await here.get('/ratings/b');
  const { now } = Date;
  t.mock.method(Date, 'now', () => now() - 3600_000);
  for (const item of ['a', 'b']) await there.vote(`/ratings/${item}`, { value: 4 });
  await stream.event((event) => event.data.version > next.data.version);
  await waitUntil(async () => (await here.get('/ratings/b')).body.votes === 1);
  stream.close();
});

test('a quiet stream gets a sign of life, so that no proxy cuts it', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const server = await listening(t);
  const stream = await openStream(server, 'rating=a');
  await stream.event();
  t.mock.timers.tick(20_000);
  await waitUntil(() => stream.text.endsWith('\n\n:\n\n'));
  stream.close();
});

test('a stream that opens while the database is away hears of its items once that is back', async (t) => {
  const server = await listening(t);
  const { query } = server.database;
  const away = () => Promise.reject(new DatabaseUnavailable('away'));
  Object.assign(server.database, { query: away });
  const stream = await openStream(server, 'rating=a');
  await waitUntil(() => stream.text.includes('retry:'));
  assert.equal((await server.get('/ratings/a')).status, 503);
  Object.assign(server.database, { query });
  assert.equal((await stream.event()).data.item, 'a');
  stream.close();
});

test('a stream has no head that could be asked for', async (t) => {
  const server = await listening(t);
  const head = await server.app.inject({ method: 'HEAD', url: '/api/v1/events?rating=a' });
  assert.deepEqual([head.statusCode, head.headers['allow']], [405, 'GET']);
});

test('streams end when the server stops', async () => {
  const storage = await freshStorage();
  const server = await startOn(storage);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const streams: EventStream[] = [];
  for (let count = 0; count < 5; count += 1) streams.push(await openStream(server, 'rating=a'));
  await server.app.close();
  await waitUntil(() => streams.every(({ ended }) => ended));
  await storage.remove();
});

test('a stream is opened in any language, a tag or not', async (t) => {
  const server = await listening(t);
  await server.define('/polls/p', teaPoll);
  for (const lang of ['ru_RU', 'C', 'x'.repeat(40), '', '%FF', 'ru&lang=en']) {
    const stream = await openStream(server, `poll=p&lang=${lang}`);
    assert.equal(stream.response.statusCode, 200, lang);
    await stream.event(({ data }) => data.kind === 'poll');
  }
});
