import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { startServer, type Answer } from './support/server.js';

test('a malformed vote is answered with the item and the vote that holds', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...teaPoll, results: 'after_vote' });
  const token = newToken();
  await server.vote('/ratings/a', { value: 4 }, { token });
  await server.vote('/polls/p', tea('green'), { token });
  for (const body of [{ value: 'x' }, '{', null]) {
    const { status, body: problem } = await server.vote('/ratings/a', body, { token });
    assert.deepEqual([status, problem.code], [400, 'malformed']);
    assert.deepEqual([problem.snapshot.votes, problem.vote.value], [1, 4]);
  }
  const keyless = await server.call('DELETE', '/ratings/a/vote', { token });
  assert.deepEqual([keyless.status, keyless.body.code], [400, 'malformed']);
  assert.deepEqual([keyless.body.snapshot.votes, keyless.body.vote.value], [1, 4]);
  const address = '/polls/p/vote?lang=ru';
  const voter = await server.call('PUT', address, { body: {}, key: newKey(), token });
  assert.equal(voter.body.snapshot.title, 'Чай');
  assert.equal(voter.body.snapshot.voters, 1);
  assert.deepEqual(voter.body.vote.answers, tea('green').answers);
  const stranger = await server.vote('/polls/p', {});
  assert.deepEqual([stranger.body.snapshot.voters, stranger.body.vote], [null, null]);
});

test('a malformed vote that says nothing of its item or its voter gets no more than it asked', async (t) => {
  const server = await startServer(t);
  const unknown = await server.vote('/polls/none', {});
  assert.deepEqual([unknown.body.code, unknown.body.snapshot], ['malformed', null]);
  const long = await server.vote(`/ratings/${'x'.repeat(201)}`, { value: 1 });
  assert.deepEqual([long.body.code, 'snapshot' in long.body], ['malformed', false]);
  const address = '/ratings/a/vote?lang=__proto__&lang=x';
  const odd = await server.call('PUT', address, { body: '{', key: newKey(), token: newToken() });
  assert.deepEqual([odd.body.code, odd.body.snapshot.votes], ['malformed', 0]);
  const nobody = await server.call('PUT', '/ratings/a/vote', { body: {}, key: newKey() });
  assert.deepEqual([nobody.body.code, 'vote' in nobody.body], ['malformed', false]);
});

test('a malformed share click is answered with the counts', async (t) => {
  const server = await startServer(t);
  const click = (body: unknown) => server.call('POST', '/shares/s', { body, key: newKey() });
  assert.equal((await click({ network: 'vk' })).status, 204);
  const { body } = await click({ network: 7 });
  assert.deepEqual([body.code, body.snapshot.total, 'vote' in body], ['malformed', 1, false]);
});

test('a vote that comes too soon is answered with the counts at hand, without asking the database', async (t) => {
  const server = await startServer(t, { rateLimit: 1 });
  const token = newToken();
  const answers: Answer[] = [];
  for (let count = 0; count < 21; count += 1) {
    answers.push(await server.vote('/ratings/a', { value: 4 }, { token }));
  }
  const late = answers.at(-1);
  assert.equal(late?.body.code, 'rate_limited');
  assert.equal(late?.body.snapshot.votes, 1);
  assert.ok(late?.body.retry_after > 0);
});
