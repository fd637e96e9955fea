import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { freshStorage, startOn, startServer } from './support/server.js';

const question = teaPoll.questions[0];
const withThird = {
  ...teaPoll,
  questions: [{ ...question, options: [...question.options, { id: 'mate', label: 'Mate' }] }],
};

test('only the editor token defines items', async (t) => {
  const server = await startServer(t);
  const nobody = await server.call('PUT', '/polls/p', { body: teaPoll });
  assert.deepEqual([nobody.status, nobody.body.code], [401, 'login_required']);
  const reader = await server.call('PUT', '/polls/p', { body: teaPoll, token: newToken() });
  assert.deepEqual([reader.status, reader.body.code], [403, 'not_eligible']);
  assert.equal((await server.get('/polls/p')).status, 404);
  assert.equal((await server.define('/polls/p', teaPoll)).status, 201);
  assert.equal((await server.define('/polls/p', teaPoll)).status, 200);
});

test('correcting a text keeps the votes and the revision', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  await server.vote('/polls/p', tea('black'));
  const { body } = await server.define('/polls/p', { ...teaPoll, title: 'Which tea' });
  assert.deepEqual([body.title, body.revision, body.voters], ['Which tea', 1, 1]);
  assert.equal((await server.vote('/polls/p', tea('green'))).status, 201);
});

test('another set of options is another revision: old forms are told so and the vote stays', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const token = newToken();
  await server.vote('/polls/p', tea('black'), { token });
  const { body } = await server.define('/polls/p', withThird);
  assert.deepEqual([body.revision, body.voters], [2, 1]);
  const stale = await server.vote('/polls/p', tea('green', 1), { token });
  assert.deepEqual([stale.status, stale.body.code], [409, 'revision_changed']);
  assert.equal(stale.body.snapshot.revision, 2);
  assert.equal(stale.body.vote.answers[0].options[0], 'black');
  const fresh = await server.vote('/polls/p', tea('mate', 2), { token });
  assert.equal(fresh.status, 200);
  assert.equal(fresh.body.snapshot.voters, 1);
});

test('counts of an older system are added to the votes, and replaced when sent again', async (t) => {
  const server = await startServer(t);
  const votes = { voters: 10, votes: { q1: { black: 6, green: 4 } } };
  await server.define('/polls/p', { ...teaPoll, imported: votes });
  await server.vote('/polls/p', tea('black'));
  const { body } = await server.get('/polls/p');
  assert.deepEqual([body.voters, body.questions[0].options[0].votes], [11, 7]);
  const corrected = { voters: 9, votes: { q1: { black: 5, green: 4 } } };
  const again = await server.define('/polls/p', { ...teaPoll, imported: corrected });
  assert.deepEqual([again.body.voters, again.body.questions[0].options[0].votes], [10, 6]);
  await server.define('/ratings/r', { imported: { histogram: [0, 0, 0, 0, 5] } });
  const rating = await server.vote('/ratings/r', { value: 5 });
  assert.deepEqual([rating.body.snapshot.votes, rating.body.snapshot.mean], [6, 5]);
});

const leapSecond = '2016-12-31T23:59:60Z';
/** In Greenwich, that is in the year 10000. */
const lateHour = '9999-12-31T23:59:59-23:00';
const manyOptions = Array.from({ length: 200 }, (_, index) => ({ id: `o${index}`, label: 'x' }));

const faulty: [string, object, RegExp][] = [
  ['no questions', { title: 'x', questions: [] }, /questions/],
  ['an unknown field', { ...teaPoll, colour: 'red' }, /additional properties/],
  [
    'an option twice',
    {
      ...teaPoll,
      questions: [{ ...question, options: [question.options[0], question.options[0]] }],
    },
    /twice/,
  ],
  [
    'min above max',
    { ...teaPoll, questions: [{ ...question, kind: 'multiple', min: 2, max: 1 }] },
    /min 2/,
  ],
  [
    'more choices than options',
    { ...teaPoll, questions: [{ ...question, kind: 'multiple', max: 9 }] },
    /max 9/,
  ],
  [
    'closing before opening',
    { ...teaPoll, opens_at: '2030-01-02T00:00:00Z', closes_at: '2030-01-01T00:00:00Z' },
    /closes_at/,
  ],
  [
    'imported votes of an unknown option',
    { ...teaPoll, imported: { voters: 1, votes: { q1: { milk: 1 } } } },
    /milk/,
  ],
  ['a time that is none', { ...teaPoll, closes_at: 'tomorrow' }, /closes_at/],
  ['a leap second', { ...teaPoll, opens_at: leapSecond }, /opens_at is not a time: "2016/],
  ['a time after the last year', { ...teaPoll, closes_at: lateHour }, /closes_at is not a time/],
  [
    'more options than are taken, with the one for own words',
    { ...teaPoll, questions: [{ ...question, options: manyOptions, other: true }] },
    /more than 200 options/,
  ],
  [
    'imported votes beyond what can be added up',
    { ...teaPoll, imported: { voters: 1, votes: { q1: { black: 2 ** 53 - 1 } } } },
    /black must be <= 1000000000000/,
  ],
];

for (const [what, definition, reason] of faulty) {
  test(`a definition with ${what} is refused with the place of the fault`, async (t) => {
    const server = await startServer(t);
    const { status, body } = await server.define('/polls/p', definition);
    assert.deepEqual([status, body.code], [400, 'malformed']);
    assert.match(body.detail, reason);
    assert.equal((await server.get('/polls/p')).status, 404);
  });
}

test('the same holds for the times and the imported votes of a rating', async (t) => {
  const server = await startServer(t);
  for (const [definition, reason] of [
    [{ closes_at: leapSecond }, /closes_at is not a time/],
    [{ closes_at: lateHour }, /closes_at is not a time/],
    [{ imported: { histogram: [2 ** 53 - 1, 2 ** 53 - 1] } }, /histogram\/0 must be <=/],
  ] as const) {
    const { status, body } = await server.define('/ratings/r', definition);
    assert.deepEqual([status, body.code], [400, 'malformed']);
    assert.match(body.detail, reason);
  }
  await server.define('/ratings/r', { imported: { histogram: Array(5).fill(1e12) } });
  const { body } = await server.vote('/ratings/r', { value: 5 });
  assert.equal(body.snapshot.votes, 5e12 + 1);
});

function pollsFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'riac-polls-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('definition files are loaded, edited ones again, and a faulty one does no harm', async (t) => {
  const folder = pollsFolder(t);
  const storage = await freshStorage();
  const write = (name: string, content: object | string) =>
    writeFileSync(
      join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  write('good.json', teaPoll);
  write('broken.json', '{ "title": ');
  write('invalid.json', { ...teaPoll, results: 'sometimes' });
  write('leap.json', { ...teaPoll, closes_at: leapSecond });
  write('r.rating.json', { imported: { histogram: [1, 0, 0, 0, 1] } });
  const faults: string[] = [];
  const start = () =>
    startOn(storage, { pollsFolder: folder, log: (fault) => faults.push(String(fault)) });
  let server = await start();
  t.after(async () => {
    await server.app.close();
    await storage.remove();
  });
  assert.equal((await server.get('/polls/good')).body.title, 'Tea');
  assert.equal((await server.get('/ratings/r')).body.mean, 3);
  assert.equal(faults.length, 3);
  assert.match(faults[0] ?? '', /broken\.json: .*JSON/);
  assert.match(faults[1] ?? '', /invalid\.json: \/results/);
  assert.match(faults[2] ?? '', /leap\.json: closes_at is not a time/);
  await server.vote('/polls/good', tea('black'));
  await server.define('/polls/good', { ...teaPoll, title: 'By hand' });
  await server.app.close();
  server = await start();
  assert.equal((await server.get('/polls/good')).body.title, 'By hand', 'the file did not change');
  await server.app.close();
  write('good.json', { ...teaPoll, title: 'By file' });
  server = await start();
  const { body } = await server.get('/polls/good');
  assert.deepEqual([body.title, body.voters], ['By file', 1]);
});

test('a file whose name is no id of an item is reported, and the others are loaded', async (t) => {
  const folder = pollsFolder(t);
  const names = ['two\tcolumns', 'x'.repeat(201), 'x'.repeat(200)];
  for (const name of names) writeFileSync(join(folder, `${name}.json`), JSON.stringify(teaPoll));
  const faults: string[] = [];
  const log = (fault: unknown) => faults.push(String(fault));
  const server = await startServer(t, { pollsFolder: folder, log });
  assert.equal(faults.length, 2);
  assert.match(faults[0] ?? '', /two\tcolumns\.json: The name of the file is no id/);
  assert.match(faults[1] ?? '', /x\.json: The name of the file is no id/);
  const rows = await server.database.query<{ id: string }>('select id from widget');
  assert.deepEqual(rows, [{ id: `poll:${'x'.repeat(200)}` }]);
});

test('a file that is all ending names no item', async (t) => {
  const folder = pollsFolder(t);
  writeFileSync(join(folder, '.json'), JSON.stringify(teaPoll));
  const faults: unknown[] = [];
  const log = (fault: unknown) => faults.push(fault);
  const server = await startServer(t, { pollsFolder: folder, log });
  assert.match(String(faults[0]), /\.json: The name of the file is no id/);
  assert.deepEqual(await server.database.query('select id from widget'), []);
});

test('a folder of polls that is not there, or is a file, is reported, and the server starts', async (t) => {
  const folder = pollsFolder(t);
  writeFileSync(join(folder, 'file'), '');
  for (const name of ['file', 'none']) {
    const faults: unknown[] = [];
    const log = (fault: unknown) => faults.push(fault);
    const server = await startServer(t, { pollsFolder: join(folder, name), log });
    assert.equal(faults.length, 1);
    assert.match(String(faults[0]), new RegExp(`^No polls are read: .*${name}`));
    assert.equal((await server.get('/ratings/a')).status, 200);
  }
});
