import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { startServer } from './support/server.js';

test('a first vote is counted and answered with the rating as it now is', async (t) => {
  const server = await startServer(t);
  const answer = await server.vote('/ratings/a', { value: 4 });
  assert.equal(answer.status, 201);
  assert.equal(answer.body.vote.value, 4);
  assert.equal(answer.body.snapshot.votes, 1);
  assert.deepEqual(answer.body.snapshot.histogram, [0, 0, 0, 1, 0]);
  assert.match(answer.body.server_time, /^\d{4}-.*Z$/);
});

test('a rating that nobody used reads as nothing yet', async (t) => {
  const server = await startServer(t);
  const { status, body } = await server.get('/ratings/never');
  assert.equal(status, 200);
  assert.equal(body.mean, null);
  assert.equal(body.votes, 0);
});

test('a repeated delivery of one vote is counted once and answered the same', async (t) => {
  const server = await startServer(t);
  const who = { token: newToken(), key: newKey() };
  const first = await server.vote('/ratings/a', { value: 4 }, who);
  const again = await server.vote('/ratings/a', { value: 4 }, who);
  assert.equal(again.status, 200);
  assert.deepEqual(again.body.vote, first.body.vote);
  assert.equal(again.body.snapshot.votes, 1);
});

test('one key for two different votes is refused with what holds now', async (t) => {
  const server = await startServer(t);
  const who = { token: newToken(), key: newKey() };
  await server.vote('/ratings/a', { value: 4 }, who);
  const other = await server.vote('/ratings/a', { value: 5 }, who);
  assert.equal(other.status, 422);
  assert.equal(other.body.code, 'key_reused');
  assert.equal(other.body.vote.value, 4);
  assert.equal(other.body.snapshot.votes, 1);
});

test('the key of another voter is refused and counts nothing', async (t) => {
  const server = await startServer(t);
  const key = newKey();
  await server.vote('/ratings/a', { value: 4 }, { key });
  const stranger = await server.vote('/ratings/a', { value: 4 }, { key });
  assert.equal(stranger.body.code, 'key_reused');
  assert.equal((await server.get('/ratings/a')).body.votes, 1);
});

test('a voter may change the vote: it moves and is not counted again', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  await server.vote('/ratings/a', { value: 1 }, { token });
  const changed = await server.vote('/ratings/a', { value: 5 }, { token });
  assert.equal(changed.status, 200);
  assert.deepEqual(changed.body.snapshot.histogram, [0, 0, 0, 0, 1]);
});

test('a late delivery of an older wish changes nothing and answers the present vote', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  const older = newKey();
  await server.vote('/ratings/a', { value: 5 }, { token, key: newKey() });
  const late = await server.vote('/ratings/a', { value: 1 }, { token, key: older });
  assert.equal(late.status, 200);
  assert.equal(late.body.vote.value, 5);
  assert.deepEqual(late.body.snapshot.histogram, [0, 0, 0, 0, 1]);
});

test('a vote may be withdrawn, again and again, and cast anew', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  await server.vote('/ratings/a', { value: 5 }, { token });
  for (let times = 1; times <= 3; times += 1) {
    const gone = await server.withdraw('/ratings/a', { token });
    assert.equal(gone.status, 200);
    assert.equal(gone.body.vote, null);
    assert.equal(gone.body.snapshot.votes, 0);
  }
  const anew = await server.vote('/ratings/a', { value: 2 }, { token });
  assert.equal(anew.status, 201);
  assert.equal(anew.body.snapshot.votes, 1);
});

for (const [what, later] of [
  ['closed', { ...teaPoll, closed: true }],
  ['changed', { ...teaPoll, questions: [{ ...teaPoll.questions[0], id: 'q2' }] }],
] as const) {
  test(`a late delivery is answered as before when the poll was ${what} meanwhile`, async (t) => {
    const server = await startServer(t);
    await server.define('/polls/p', teaPoll);
    const token = newToken();
    const [older, newer] = [newKey(), newKey()];
    const black = await server.vote('/polls/p', tea('black'), { token, key: older });
    const green = await server.vote('/polls/p', tea('green'), { token, key: newer });
    assert.deepEqual([black.status, green.status], [201, 200]);
    const { body: snapshot } = await server.define('/polls/p', later);
    const late = [
      await server.vote('/polls/p', tea('black'), { token, key: older }),
      await server.withdraw('/polls/p', { token, key: older }),
      await server.vote('/polls/p', tea('green'), { token, key: newer }),
    ];
    for (const { status, body } of late) {
      assert.deepEqual([status, body.vote.cast_at], [200, green.body.vote.cast_at]);
      assert.equal(body.snapshot.voters, snapshot.voters);
    }
    const reused = await server.vote('/polls/p', tea('black'), { token, key: newer });
    assert.deepEqual([reused.status, reused.body.code], [422, 'key_reused']);
    assert.equal(reused.body.vote.cast_at, green.body.vote.cast_at);
    const refused = await server.vote('/polls/p', tea('black'), { token });
    assert.equal(refused.status, 409, 'a new wish is refused all the same');
  });
}

test('an older vote does not come back after it was withdrawn', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  const older = newKey();
  await server.withdraw('/ratings/a', { token });
  const late = await server.vote('/ratings/a', { value: 5 }, { token, key: older });
  assert.equal(late.status, 200);
  assert.equal(late.body.vote, null);
  assert.equal((await server.get('/ratings/a')).body.votes, 0);
});

test('where the policy forbids it, a vote is neither changed nor withdrawn', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...teaPoll, policy: { change: false, withdraw: false } });
  const token = newToken();
  await server.vote('/polls/p', tea('black'), { token });
  const other = await server.vote('/polls/p', tea('green'), { token });
  assert.equal(other.status, 409);
  assert.equal(other.body.code, 'already_voted');
  assert.deepEqual(other.body.vote.answers, [{ question: 'q1', options: ['black'] }]);
  const gone = await server.withdraw('/polls/p', { token });
  assert.equal(gone.body.code, 'already_voted');
  const same = await server.vote('/polls/p', tea('black'), { token });
  assert.equal(same.status, 200, 'the same choice again is no second vote');
  assert.equal(same.body.snapshot.voters, 1);
});

test('twenty ballots of one voter at once leave exactly one', async (t) => {
  const server = await startServer(t);
  const token = newToken();
  const values = Array.from({ length: 20 }, (_, index) => (index % 5) + 1);
  const votes = values.map((value) => server.vote('/ratings/a', { value }, { token }));
  const answers = await Promise.all(votes);
  assert.ok(answers.every(({ status }) => status === 200 || status === 201));
  const { body } = await server.get('/ratings/a');
  assert.equal(body.votes, 1);
});

test('many voters at once are all counted', async (t) => {
  const server = await startServer(t);
  const votes = Array.from({ length: 300 }, (_, index) =>
    server.vote(`/ratings/${index % 3}`, { value: (index % 5) + 1 }),
  );
  const answers = await Promise.all(votes);
  assert.ok(answers.every(({ status }) => status === 201));
  const { body } = await server.get('/state?rating=0&rating=1&rating=2');
  assert.deepEqual(
    body.items.map((entry: { body: { votes: number } }) => entry.body.votes),
    [100, 100, 100],
  );
});

test('a share click is counted once per key', async (t) => {
  const server = await startServer(t);
  const key = newKey();
  const click = { body: { network: 'vk', placement: 'top' }, key };
  const first = await server.call('POST', '/shares/d', click);
  assert.equal(first.status, 204);
  assert.equal((await server.call('POST', '/shares/d', click)).status, 204);
  const other = await server.call('POST', '/shares/d', { body: { network: 'x' }, key });
  assert.equal(other.body.code, 'key_reused');
  assert.deepEqual(other.body.snapshot.networks, { vk: 1 });
  const { body } = await server.get('/shares/d');
  assert.deepEqual(body, { item: 'd', version: body.version, total: 1, networks: { vk: 1 } });
});
