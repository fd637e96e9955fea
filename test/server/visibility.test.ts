import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { editorToken, startServer, type Answer, type TestServer } from './support/server.js';

const noon = Date.parse('2030-01-01T12:00:00Z');
const imported = { voters: 77, votes: { q1: { black: 44, green: 33 } } };

type Poll = { results_state: string; voters: number | null; questions: never[] };

/** All counts of a snapshot in one list. */
function countsOf(poll: Poll): (number | null)[] {
  const questions = poll.questions as { voters: null; votes: null; options: { votes: null }[] }[];
  return [
    poll.voters,
    ...questions.flatMap(({ voters, votes, options }) => [
      voters,
      votes,
      ...options.map((option) => option.votes),
    ]),
  ];
}

const allHidden = (poll: Poll) =>
  poll.results_state === 'hidden' && countsOf(poll).every((count) => count === null);

async function hiddenPoll(server: TestServer, results: string): Promise<void> {
  const definition = { ...teaPoll, results, imported, closes_at: '2030-01-01T13:00:00Z' };
  await server.define('/polls/p', definition);
}

for (const results of ['after_vote', 'after_close', 'never']) {
  test(`${results}: no public surface shows a count while the poll is open`, async (t) => {
    const server = await startServer(t, { now: () => noon });
    await hiddenPoll(server, results);
    const single = await server.get('/polls/p');
    const batch = await server.get('/state?poll=p');
    const own = await server.get('/me?poll=p', { token: newToken() });
    const refusal = await server.vote('/polls/p', tea('milk'));
    const archive = await server.get('/polls');
    for (const poll of [
      single.body,
      batch.body.items[0].body,
      own.body.items[0].body.snapshot,
      refusal.body.snapshot,
      archive.body.items[0],
    ]) {
      assert.ok(allHidden(poll), JSON.stringify(poll));
    }
  });

  test(`${results}: neither version nor ETag of the public read ticks with votes`, async (t) => {
    const server = await startServer(t, { now: () => noon });
    await hiddenPoll(server, results);
    const before = await server.get('/polls/p');
    for (let votes = 0; votes < 3; votes += 1) await server.vote('/polls/p', tea('black'));
    const after = await server.get('/polls/p');
    assert.equal(after.headers['etag'], before.headers['etag']);
    assert.equal(after.text, before.text);
  });
}

test('after_vote: the voter sees the results in the reply and in /me, a stranger does not', async (t) => {
  const server = await startServer(t, { now: () => noon });
  await hiddenPoll(server, 'after_vote');
  const token = newToken();
  const reply = await server.vote('/polls/p', tea('black'), { token });
  assert.equal(reply.body.snapshot.voters, 78);
  const own = await server.get('/me?poll=p', { token });
  assert.equal(own.body.items[0].body.snapshot.voters, 78);
  const publicRead = await server.get('/polls/p');
  assert.ok(allHidden(publicRead.body));
  assert.ok(reply.body.snapshot.version >= publicRead.body.version);
});

test('after_vote: who withdraws no longer sees the results', async (t) => {
  const server = await startServer(t, { now: () => noon });
  await hiddenPoll(server, 'after_vote');
  const token = newToken();
  await server.vote('/polls/p', tea('black'), { token });
  const gone = await server.withdraw('/polls/p', { token });
  assert.ok(allHidden(gone.body.snapshot));
});

test('after_close: everyone sees the results once the poll has closed', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  await hiddenPoll(server, 'after_close');
  const reply = await server.vote('/polls/p', tea('black'));
  assert.ok(allHidden(reply.body.snapshot));
  const before = await server.get('/polls/p');
  now += 3600_000;
  const after = await server.get('/polls/p');
  assert.equal(after.body.voters, 78);
  assert.ok(after.body.version > before.body.version);
});

test('never: only the editor sees results, even after the close', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  await hiddenPoll(server, 'never');
  const reply: Answer = await server.vote('/polls/p', tea('black'));
  now += 3600_000;
  assert.ok(allHidden(reply.body.snapshot));
  assert.ok(allHidden((await server.get('/polls/p')).body));
  const exported = await server.get('/polls/p/export', { token: editorToken });
  assert.equal(exported.body.voters, 78);
});

for (const results of ['after_vote', 'after_close', 'never']) {
  test(`${results}: correcting a text does not tell how many have voted`, async (t) => {
    const baseAfter = async (votes: number) => {
      const server = await startServer(t, { now: () => noon });
      await hiddenPoll(server, results);
      for (let count = 0; count < votes; count += 1) await server.vote('/polls/p', tea('black'));
      await server.define('/polls/p', { ...teaPoll, results, title: 'Which tea' });
      return (await server.get('/polls/p')).text;
    };
    assert.equal(await baseAfter(0), await baseAfter(3));
  });
}

test('a version never goes back for its reader: stranger, voter, hidden, shown, closed', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  await hiddenPoll(server, 'after_vote');
  const token = newToken();
  const versions: { stranger: number; voter: number }[] = [];
  const look = async () => {
    const { body } = await server.get('/polls/p');
    const own = await server.get('/me?poll=p', { token });
    versions.push({ stranger: body.version, voter: own.body.items[0].body.snapshot.version });
  };
  const definition = { ...teaPoll, closes_at: '2030-01-01T13:00:00Z' };
  await look();
  await server.vote('/polls/p', tea('black'), { token });
  await look();
  for (const results of ['always', 'never', 'after_close']) {
    await server.define('/polls/p', { ...definition, results });
    await server.vote('/polls/p', tea('green'));
    await look();
  }
  now += 3600_000;
  await look();
  for (const [index, { stranger, voter }] of versions.entries()) {
    assert.ok(voter >= stranger);
    const before = versions[index - 1];
    if (before) assert.ok(stranger >= before.stranger && voter >= before.voter);
  }
});

test('hidden ratings are hidden too', async (t) => {
  const server = await startServer(t, { now: () => noon });
  await server.define('/ratings/r', {
    results: 'after_vote',
    imported: { histogram: [0, 0, 0, 0, 5] },
  });
  const { body } = await server.get('/ratings/r');
  assert.deepEqual([body.votes, body.mean, body.histogram], [null, null, null]);
  const reply = await server.vote('/ratings/r', { value: 5 });
  assert.equal(reply.body.snapshot.votes, 6);
});

test('a public read is the same bytes for a voter and a stranger', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const token = newToken();
  await server.vote('/polls/p', tea('black'), { token, key: newKey() });
  const stranger = await server.get('/polls/p');
  const voter = await server.get('/polls/p', { token });
  assert.equal(voter.text, stranger.text);
  assert.equal(voter.headers['etag'], stranger.headers['etag']);
  assert.equal(stranger.headers['set-cookie'], undefined);
});
