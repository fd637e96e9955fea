import assert from 'node:assert/strict';
import { connect as dial, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { recount } from '../../demo/server/database/recount.js';
import { QueueFull, VoteQueue } from '../../demo/server/voting/vote-queue.js';
import type { Outcome, CheckedVote } from '../../demo/server/items/vote.js';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import {
  freshStorage,
  startOn,
  startServer,
  type Answer,
  type TestServer,
} from './support/server.js';
import { vote } from './support/votes.js';
import { waitUntil } from './support/wait.js';

const counted: Outcome = { verdict: 'counted', ballot: null };

/** A database that notes its batches and fails for one voter. */
function fakeDatabase(bad?: string) {
  const batches: string[][] = [];
  const cast = async (votes: readonly CheckedVote[]) => {
    batches.push(votes.map(({ voter }) => voter));
    await new Promise((resolve) => setImmediate(resolve));
    if (votes.some(({ voter }) => voter === bad)) throw new Error('a bad row');
    return new Map(votes.map((one) => [one, counted]));
  };
  return { batches, cast };
}

/** Holds all votes of a server at the door of the database until they are released. */
function holdCasts({ database }: TestServer) {
  const { cast } = database;
  let enter: () => void = () => undefined;
  let release: () => void = () => undefined;
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  Object.assign(database, {
    cast: async (batch: readonly CheckedVote[]) => {
      enter();
      await released;
      return cast(batch);
    },
  });
  return { entered, release };
}

test('what arrives during a commit is the next batch', async () => {
  const database = fakeDatabase();
  const queue = new VoteQueue(database);
  await Promise.all(['a', 'b'].map((voter) => queue.cast(vote(voter))));
  assert.deepEqual(database.batches, [['a', 'b']]);
});

test('a bad row fails alone and never its neighbours', async () => {
  const queue = new VoteQueue(fakeDatabase('c'));
  const names = ['a', 'b', 'c', 'd', 'e'];
  const results = await Promise.allSettled(names.map((voter) => queue.cast(vote(voter))));
  const failed = names.filter((_, index) => results[index]?.status === 'rejected');
  assert.deepEqual(failed, ['c']);
});

test('a row the database refuses fails alone there too', async (t) => {
  const server = await startServer(t);
  const queue = new VoteQueue(server.database);
  const broken = { ...vote('bad'), at: 'not a number' as unknown as number, key: null as never };
  const results = await Promise.allSettled([
    queue.cast(vote('one')),
    queue.cast(broken),
    queue.cast(vote('two')),
  ]);
  const statuses = results.map((result) =>
    result.status === 'fulfilled' ? result.value.verdict : 'failed',
  );
  assert.equal(statuses[0], 'counted');
  assert.notEqual(statuses[1], 'counted');
  assert.equal(statuses[2], 'counted');
});

test('a queue that grows too long refuses instead of growing', async () => {
  const queue = new VoteQueue(fakeDatabase());
  const waiting = Array.from({ length: 5000 }, (_, index) => queue.cast(vote(String(index))));
  assert.throws(() => queue.cast(vote('one too many')), QueueFull);
  assert.equal((await Promise.all(waiting)).length, 5000);
});

test('votes beyond the longest queue are told when to come again', async (t) => {
  const server = await startServer(t);
  const { release } = holdCasts(server);
  const refused: Answer[] = [];
  // A thousand in the batch that hangs, five thousand that wait, and a few too many.
  const all = Array.from({ length: 6050 }, async () => {
    const answer = await server.vote('/ratings/a', { value: 4 });
    if (answer.status !== 201) refused.push(answer);
  });
  await waitUntil(() => refused.length >= 50);
  release();
  await Promise.all(all);
  for (const { status, body, headers } of refused) {
    assert.deepEqual([status, body.code, headers['retry-after']], [503, 'unavailable', '1']);
  }
  assert.equal((await server.get('/ratings/a')).body.votes, 6050 - refused.length);
});

test('closing the server first writes what waits', async () => {
  const storage = await freshStorage();
  const server = await startOn(storage);
  const { entered, release } = holdCasts(server);
  const votes = Array.from({ length: 50 }, () => server.vote('/ratings/a', { value: 4 }));
  await entered;
  const closed = server.app.close();
  release();
  await closed;
  const answers = await Promise.all(votes);
  const acknowledged = answers.filter(({ status }) => status === 201).length;
  const after = await startOn(storage);
  assert.equal((await after.get('/ratings/a')).body.votes, acknowledged);
  assert.ok(acknowledged > 0);
  await after.app.close();
  await storage.remove();
});

test('who is still connected while the server stops is answered', async (t) => {
  const server = await startServer(t);
  const { entered, release } = holdCasts(server);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.app.server.address() as AddressInfo;
  const socket = dial(port, '127.0.0.1');
  const vote = () =>
    `PUT /api/v1/ratings/a/vote HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${newToken()}\r\n` +
    `idempotency-key: ${newKey()}\r\ncontent-type: application/json\r\n` +
    `content-length: 11\r\n\r\n{"value":4}`;
  socket.write(vote());
  await entered;
  const closed = server.app.close();
  server.app.server.once('request', release);
  socket.write(vote());
  const told = await text(socket);
  await closed;
  assert.deepEqual(told.match(/HTTP.*/g), ['HTTP/1.1 201 Created', 'HTTP/1.1 201 Created']);
  assert.match(told, /connection: close/i);
});

test('a redefinition between check and commit makes the vote be checked again', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  await server.define('/ratings/a', { max: 5 });
  await server.get('/ratings/a');
  const storageWrites = server.database.query(
    `update widget set definition = '{"max":3}', base = base + 10 where id = 'rating:a'`,
  );
  await storageWrites;
  const refused = await server.vote('/ratings/a', { value: 5 }, { token });
  assert.equal(refused.body.code, 'invalid_selection');
  assert.equal((await server.vote('/ratings/a', { value: 3 }, { token })).status, 201);
});

test(
  'votes that wait while a poll is corrected are all answered',
  { timeout: 60_000 },
  async (t) => {
    const server = await startServer(t);
    await server.define('/polls/p', teaPoll);
    const { entered, release } = holdCasts(server);
    const votes = [1, 2, 3].map(() => server.vote('/polls/p', tea('black')));
    await entered;
    await server.define('/polls/p', { ...teaPoll, title: 'Which tea' });
    release();
    const statuses = (await Promise.all(votes)).map(({ status }) => status);
    assert.deepEqual(statuses, [201, 201, 201]);
    assert.equal((await server.get('/polls/p')).body.voters, 3);
  },
);

test('a vote that waits while its rating is first defined is checked again', async (t) => {
  const server = await startServer(t);
  const { entered, release } = holdCasts(server);
  const [many, few] = [5, 3].map((value) => server.vote('/ratings/a', { value }));
  await entered;
  await server.define('/ratings/a', { max: 3 });
  release();
  const refused = await many;
  assert.deepEqual([refused?.status, refused?.body.code], [422, 'invalid_selection']);
  assert.equal((await few)?.status, 201);
  assert.deepEqual((await server.get('/ratings/a')).body.histogram, [0, 0, 1]);
});

test('the key of a neighbour is refused without harm to the batch it comes in', async (t) => {
  const server = await startServer(t);
  const [anna, boris, clara] = [newToken(), newToken(), newToken()];
  // Later than every key that this test makes, however long it takes.
  const later = Date.now() + 3600_000;
  const [annas, shared] = [newKey(later), newKey(later + 1000)];
  await server.vote('/ratings/a', { value: 1 }, { token: anna, key: annas });
  for (const token of [boris, clara]) await server.vote('/ratings/a', { value: 2 }, { token });
  const { entered, release } = holdCasts(server);
  const door = server.vote('/ratings/a', { value: 5 });
  await entered;
  const batch = [
    server.vote('/ratings/a', { value: 3 }, { token: boris, key: annas }),
    server.withdraw('/ratings/a', { token: clara, key: annas }),
    ...[1, 2, 3].map(() => server.vote('/ratings/a', { value: 5 })),
    // Two at once for a key that nobody holds yet: one of them gets it.
    ...[boris, clara].map((token) =>
      server.vote('/ratings/a', { value: 4 }, { token, key: shared }),
    ),
  ];
  release();
  assert.equal((await door).status, 201);
  const [fromBoris, fromClara, ...others] = await Promise.all(batch);
  for (const refused of [fromBoris, fromClara]) {
    assert.deepEqual([refused?.status, refused?.body.code], [422, 'key_reused']);
    assert.ok(refused?.body.vote, 'the vote that stands is told');
  }
  const statuses = others.map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, 201, 201, 201, 422]);
  assert.deepEqual((await server.get('/ratings/a')).body.histogram, [1, 1, 0, 1, 4]);
  assert.deepEqual(await recount(server.database), { ballots: 7, differences: [] });
});

test('nobody is refused by a definition that another process has replaced', async (t) => {
  const storage = await freshStorage();
  const deaf = async () => ({ ...(await storage.open()), onChange: () => undefined });
  const here = await startOn({ ...storage, open: deaf });
  const there = await startOn(storage);
  t.after(async () => {
    await here.app.close();
    await there.app.close();
    await storage.remove();
  });
  await there.define('/polls/p', { ...teaPoll, closed: true });
  assert.equal((await here.vote('/polls/p', tea('black'))).body.code, 'closed');
  await there.define('/polls/p', teaPoll);
  assert.equal((await here.vote('/polls/p', tea('black'))).status, 201);
});
