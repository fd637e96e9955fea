import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll, wishes, wishPoll } from './support/polls.js';
import { startServer } from './support/server.js';

const noon = Date.parse('2030-01-01T12:00:00Z');

test('a ballot is counted per voter, question and option', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const answer = await server.vote('/polls/p', wishes(['a', 'c'], { options: ['home'] }));
  assert.equal(answer.status, 201);
  const [topics, place] = answer.body.snapshot.questions;
  assert.equal(answer.body.snapshot.voters, 1);
  assert.deepEqual([topics.voters, topics.votes], [1, 2]);
  assert.deepEqual(
    topics.options.map((option: { votes: number }) => option.votes),
    [1, 0, 1, 0],
  );
  assert.equal(place.votes, 1);
});

test('a voluntary question may be left out', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const { status, body } = await server.vote('/polls/p', wishes(['a', 'b']));
  assert.equal(status, 201);
  assert.equal(body.snapshot.questions[1].voters, 0);
});

const refused: [string, object, string, question?: string, option?: string][] = [
  ['an unknown option', wishes(['a', 'z']), 'unknown_option', 'topics', 'z'],
  ['too few options', wishes(['a']), 'too_few'],
  ['too many options', wishes(['a', 'b', 'c', 'd']), 'too_many'],
  ['one option twice', wishes(['a', 'a']), 'duplicate_option', 'topics', 'a'],
  ['a required question left out', { revision: 1, answers: [] }, 'required'],
  [
    'two options of a single choice',
    wishes(['a', 'b'], { options: ['home', 'other'] }),
    'too_many',
    'place',
  ],
  [
    'an unknown question',
    { revision: 1, answers: [{ question: 'nope', options: ['a'] }] },
    'unknown_question',
    'nope',
  ],
  [
    'a question answered twice',
    { revision: 1, answers: [...wishes(['a', 'b']).answers, ...wishes(['a', 'b']).answers] },
    'duplicate_question',
  ],
  [
    'own words where they are not asked for',
    { revision: 1, answers: [{ question: 'topics', options: ['a', 'b'], other: 'x' }] },
    'other_not_offered',
  ],
];

for (const [what, ballot, rule, question = 'topics', option] of refused) {
  test(`${what}: refused with the rule, and nothing counted`, async (t) => {
    const server = await startServer(t);
    await server.define('/polls/p', wishPoll);
    const answer = await server.vote('/polls/p', ballot);
    assert.equal(answer.status, 422);
    assert.equal(answer.body.code, 'invalid_selection');
    const errors: { rule: string }[] = answer.body.errors;
    const expected = { question, rule, ...(option && { option }) };
    assert.deepEqual(
      errors.find((error) => error.rule === rule),
      expected,
    );
    assert.equal(answer.body.snapshot.voters, 0);
    assert.equal((await server.get('/polls/p')).body.voters, 0);
  });
}

test('a ballot without any answer names the questions, even where none is required', async (t) => {
  const server = await startServer(t);
  const questions = [{ ...teaPoll.questions[0], required: false }];
  await server.define('/polls/p', { ...teaPoll, questions });
  for (const answers of [[], [{ question: 'q1', options: [] }]]) {
    const { status, body } = await server.vote('/polls/p', { revision: 1, answers });
    assert.deepEqual([status, body.code], [422, 'invalid_selection']);
    assert.deepEqual(body.errors, [{ question: 'q1', rule: 'nothing_chosen' }]);
  }
});

test('an unknown poll is not found, for readers and for voters', async (t) => {
  const server = await startServer(t);
  for (const answer of [
    await server.get('/polls/nope'),
    await server.vote('/polls/nope', tea('black')),
    await server.withdraw('/polls/nope', { token: newToken() }),
  ]) {
    assert.equal(answer.status, 404);
    assert.equal(answer.body.code, 'not_found');
  }
});

test('a poll opens and closes by the clock, with no job that has to run', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  const times = { opens_at: '2030-01-01T13:00:00Z', closes_at: '2030-01-01T14:00:00Z' };
  await server.define('/polls/p', { ...teaPoll, ...times });
  const early = await server.vote('/polls/p', tea('black'));
  assert.deepEqual([early.status, early.body.code], [409, 'not_open']);
  assert.equal(early.body.snapshot.state, 'scheduled');
  now = Date.parse(times.opens_at);
  assert.equal((await server.vote('/polls/p', tea('black'))).status, 201);
  now = Date.parse(times.closes_at);
  const late = await server.vote('/polls/p', tea('black'));
  assert.deepEqual([late.status, late.body.code], [409, 'closed']);
  assert.equal(late.body.snapshot.state, 'closed');
  assert.equal(late.body.snapshot.voters, 1);
});

test('a retry after the poll closed learns that its vote was counted', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  await server.define('/polls/p', { ...teaPoll, closes_at: '2030-01-01T13:00:00Z' });
  const who = { token: newToken(), key: newKey() };
  await server.vote('/polls/p', tea('green'), who);
  now += 3600_000;
  const retry = await server.vote('/polls/p', tea('green'), who);
  assert.equal(retry.status, 200);
  assert.equal(retry.body.vote.answers[0].options[0], 'green');
  const other = await server.vote('/polls/p', tea('black'), { token: who.token });
  assert.equal(other.body.code, 'closed');
  assert.equal(other.body.vote.answers[0].options[0], 'green');
});

test('versions never go back, and tick with every state and every visible vote', async (t) => {
  let now = noon;
  const server = await startServer(t, { now: () => now });
  const poll = { ...teaPoll, closes_at: '2030-01-01T13:00:00Z' };
  const versions: number[] = [];
  const note = async () => versions.push((await server.get('/polls/p')).body.version);
  await server.define('/polls/p', poll);
  await note();
  await server.vote('/polls/p', tea('black'));
  await note();
  await server.define('/polls/p', { ...poll, title: 'Tea, once more' });
  await note();
  await server.define('/polls/p', { ...poll, results: 'never' });
  await note();
  now += 3600_000;
  await note();
  const sorted = [...new Set(versions)].sort((a, b) => a - b);
  assert.deepEqual(versions, sorted);
});
