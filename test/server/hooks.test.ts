import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Challenge, Identify } from '../../demo/server/http/voter.js';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { startServer } from './support/server.js';

const identify: Identify = async ({ headers }) =>
  typeof headers['x-user'] === 'string' ? headers['x-user'] : undefined;

const as = (user: string) => ({ headers: { 'x-user': user } });

test('a host with users of its own decides who votes: one user, one vote, whatever the token', async (t) => {
  const server = await startServer(t, { identify });
  await server.vote('/ratings/a', { value: 5 }, as('anna'));
  const again = await server.vote('/ratings/a', { value: 1 }, as('anna'));
  assert.deepEqual([again.status, again.body.snapshot.votes], [200, 1]);
  assert.equal((await server.vote('/ratings/a', { value: 1 }, as('boris'))).status, 201);
  const own = await server.get('/me?rating=a', as('anna'));
  assert.equal(own.body.items[0].body.vote.value, 1);
});

// Session libraries name nobody in several ways, whatever the types say.
for (const nobody of [undefined, null, '']) {
  test(`who is not signed in is told so, when the host says ${JSON.stringify(nobody)}`, async (t) => {
    const server = await startServer(t, { identify: async () => nobody as undefined });
    for (const answer of [
      await server.vote('/ratings/a', { value: 1 }),
      await server.withdraw('/ratings/a', { token: newToken() }),
      await server.get('/me?rating=a', { token: newToken() }),
    ]) {
      assert.deepEqual([answer.status, answer.body.code], [401, 'login_required']);
    }
    assert.equal((await server.get('/ratings/a')).body.votes, 0);
  });
}

test('a host may demand a proof of every vote; a refusal tells what holds now', async (t) => {
  const challenge: Challenge = async ({ headers }) => headers['x-proof'] === 'human';
  const server = await startServer(t, { challenge });
  await server.define('/polls/p', teaPoll);
  const refused = await server.vote('/polls/p', tea('black'));
  assert.deepEqual([refused.status, refused.body.code], [403, 'challenge_required']);
  assert.deepEqual([refused.body.vote, refused.body.snapshot.voters], [null, 0]);
  const headers = { 'x-proof': 'human' };
  assert.equal((await server.vote('/polls/p', tea('black'), { headers })).status, 201);
  assert.equal((await server.get('/polls/p')).status, 200);
});

test('a proof is spent once, and the repetition of a counted vote needs no second one', async (t) => {
  const unspent = new Set(['first']);
  const challenge: Challenge = ({ headers }) => unspent.delete(String(headers['x-proof']));
  const server = await startServer(t, { challenge });
  const vote = { token: newToken(), key: newKey(), headers: { 'x-proof': 'first' } };
  assert.equal((await server.vote('/ratings/a', { value: 4 }, vote)).status, 201);
  const repeated = await server.vote('/ratings/a', { value: 4 }, vote);
  assert.deepEqual([repeated.status, repeated.body.vote.value], [200, 4]);
  const changed = await server.vote('/ratings/a', { value: 1 }, { ...vote, key: newKey() });
  assert.deepEqual([changed.status, changed.body.vote.value], [403, 4]);
  assert.equal((await server.withdraw('/ratings/a', { token: vote.token })).status, 200);
});

test('a fault of the host’s own rules is logged and told as ours: the vote is delivered again', async (t) => {
  const log: unknown[] = [];
  for (const statusCode of [500, 502, 599, 302, 200]) {
    const fault = Object.assign(new Error('the sessions are away'), { statusCode });
    const fail = async () => {
      throw fault;
    };
    for (const hook of [{ identify: fail }, { challenge: fail }]) {
      log.length = 0;
      const server = await startServer(t, { ...hook, log: (error) => log.push(error) });
      const { status, body, headers, text } = await server.vote('/ratings/a', { value: 4 });
      assert.deepEqual([status, body.code], [500, 'unavailable'], String(statusCode));
      assert.ok(Number(headers['retry-after']) >= 1);
      assert.doesNotMatch(text, /sessions/);
      assert.deepEqual(log, [fault]);
    }
  }
});

test('cookies of allowed pages are let through for hooks only, and never from any origin', async (t) => {
  const origin = 'https://news.example';
  const credentials = async (options: object) => {
    const server = await startServer(t, options);
    const { headers } = await server.get('/ratings/a', { headers: { origin } });
    return headers['access-control-allow-credentials'];
  };
  assert.equal(await credentials({ allowedOrigins: [origin], identify }), 'true');
  assert.equal(await credentials({ allowedOrigins: [origin] }), undefined);
  assert.equal(await credentials({ allowedOrigins: '*', identify }), undefined);
});
