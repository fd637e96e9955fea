import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newKey, newToken } from './support/ids.js';
import { teaPoll, wishPoll } from './support/polls.js';
import { editorToken, startServer } from './support/server.js';

const anyPath = fc.constantFrom(
  '/ratings/a/vote',
  '/polls/p/vote',
  '/shares/s',
  '/polls/p/written',
);
const anyMethod = fc.constantFrom('PUT', 'POST', 'DELETE', 'GET');
const nearBallot = fc.record(
  {
    value: fc.oneof(fc.integer(), fc.double(), fc.string()),
    revision: fc.oneof(fc.constant(1), fc.integer(), fc.jsonValue()),
    answers: fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record({
          question: fc.oneof(fc.constant('q1'), fc.string({ unit: 'binary' })),
          options: fc.array(fc.oneof(fc.constantFrom('black', 'green'), fc.string())),
          other: fc.oneof(fc.constant(null), fc.string({ unit: 'binary' })),
        }),
      ),
    ),
    network: fc.oneof(fc.constant('vk'), fc.string()),
    placement: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

test('whatever is sent, the server answers in the words of the contract and stays up', async (t) => {
  const faults: unknown[] = [];
  const server = await startServer(t, { log: (fault) => faults.push(fault) });
  await server.define('/polls/p', teaPoll);
  const request = fc.tuple(anyMethod, anyPath, fc.oneof(nearBallot, fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(request, async ([method, path, body]) => {
      const answer = await server.call(method, path, { body, token: newToken(), key: newKey() });
      assert.ok(answer.status < 500, `${answer.status} ${answer.text}`);
      if (answer.status >= 400) assert.ok(answer.body.code);
    }),
    { numRuns: 500 },
  );
  assert.deepEqual(faults, []);
  assert.equal((await server.get('/ratings/a')).status, 200);
});

const often = <Value>(value: Value, otherwise: fc.Arbitrary<unknown> = fc.jsonValue()) =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: otherwise });
const optionIds = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'other'), { minLength: 1 }),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(fc.string(), fc.constant('__proto__'))) },
);
const nearQuestion = fc.record(
  {
    text: often('Text'),
    kind: often('multiple', fc.constantFrom('single', 'ranked')),
    min: often(1, fc.integer({ min: 0, max: 2 })),
    max: often(1, fc.integer({ min: 0, max: 4 })),
    other: often(true),
    options: optionIds.map((ids) => ids.map((id) => ({ id, label: 'Label' }))),
  },
  { requiredKeys: ['text', 'kind', 'options'] },
);
const nearPoll = fc.record(
  {
    title: often('Title'),
    results: often('always', fc.string()),
    closes_at: often('2030-01-01T00:00:00Z', fc.string()),
    imported: often(null),
    questions: fc
      .array(nearQuestion, { minLength: 1, maxLength: 3 })
      .map((questions) => questions.map((question, index) => ({ id: `q${index}`, ...question }))),
  },
  { requiredKeys: ['title', 'questions'] },
);

test('a definition is either taken and readable, or refused whole', async (t) => {
  const faults: unknown[] = [];
  const server = await startServer(t, { log: (fault) => faults.push(fault) });
  await server.define('/polls/p', wishPoll);
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(nearPoll, async (definition) => {
      const answer = await server.define('/polls/x', definition);
      assert.ok([200, 201, 400].includes(answer.status), answer.text);
      if (answer.status === 400) return;
      taken += 1;
      const { body } = await server.get('/polls/x');
      assert.equal(body.questions.length, definition.questions.length);
    }),
    { numRuns: 300 },
  );
  assert.ok(taken > 100, `only ${taken} of 300 definitions were sound`);
  assert.deepEqual(faults, []);
  assert.equal((await server.get('/polls/p', { token: editorToken })).body.title, 'Wishes');
});
