import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { recount } from '../../demo/server/database/recount.js';
import { newKey, newToken } from './support/ids.js';
import {
  editorToken,
  freshStorage,
  startOn,
  startServer,
  type TestServer,
} from './support/server.js';

const option = (id: string, label: unknown = id.toUpperCase()) => ({ id, label });
const a = option('a');
const b = option('b');
const mate = option('c', { en: 'Mate', ru: 'Мате' });
const milk = option('c', { en: 'Milk', ru: 'Молоко' });

const question = (options: readonly object[], more: object = {}) => ({
  ...{ id: 'q1', text: 'Which?', kind: 'single', options },
  ...more,
});
const second = { id: 'q2', text: 'When?', kind: 'single', required: false, options: [a, b] };
const poll = (...questions: object[]) => ({ title: 'Tea', questions });
const withMate = poll(question([a, b, mate]), second);
const without = poll(question([a, b]), second);
const withMilk = poll(question([a, b, milk]), second);

async function ballot(server: TestServer, id: string, wish: object = {}) {
  const { revision } = (await server.get('/polls/p')).body;
  const body = { revision, answers: [{ question: 'q1', options: [id] }] };
  const answer = await server.vote('/polls/p', body, wish);
  assert.ok(answer.status < 202, answer.text);
  return answer;
}

/** A poll on which two readers chose c, that has lost it. */
async function startWithout(t: Parameters<typeof startServer>[0]) {
  const server = await startServer(t);
  await server.define('/polls/p', withMate);
  const tokens = [newToken(), newToken()];
  for (const token of tokens) await ballot(server, 'c', { token });
  await ballot(server, 'a');
  assert.equal((await server.define('/polls/p', without)).status, 200);
  return { server, tokens };
}

const votes = async (server: TestServer, path = '/polls/p') => {
  const { questions } = (await server.get(path)).body;
  const counts = questions[0].options.map((one: { id: string; votes: number }) => [
    one.id,
    one.votes,
  ]);
  return Object.fromEntries(counts) as Record<string, number>;
};

const agrees = async ({ database }: TestServer) =>
  assert.deepEqual((await recount(database)).differences, []);

test('a removed option does not come back with another meaning, and says so', async (t) => {
  const { server } = await startWithout(t);
  const { status, body } = await server.define('/polls/p', withMilk);
  assert.deepEqual([status, body.code], [422, 'malformed']);
  assert.match(body.detail, /questions\/0\/options\/2\/label: the id "c" of question "q1"/);
  assert.match(body.detail, /Mate.* 2 ballots/);
  assert.deepEqual(body.errors, [{ question: 'q1', rule: 'retired_id', option: 'c' }]);
  assert.deepEqual(await votes(server), { a: 1, b: 0 }, 'nothing has changed');
});

test('brought back as it was it has its votes; a typo of what never left is mended', async (t) => {
  const { server } = await startWithout(t);
  assert.equal((await server.define('/polls/p', withMate)).status, 200);
  assert.deepEqual(await votes(server), { a: 1, b: 0, c: 2 });
  const mended = poll(question([a, b, option('c', { en: 'Maté', ru: 'Мате' })]), second);
  assert.equal((await server.define('/polls/p', mended)).status, 200);
  assert.equal((await votes(server))['c'], 2);
  await server.define('/polls/p', without);
  const old = await server.define('/polls/p', withMate);
  assert.equal(old.status, 422, 'what it stood for at last counts');
  const spaced = option('c', { en: ' Maté  ', fr: 'Maté' });
  assert.equal(
    (await server.define('/polls/p', poll(question([spaced, a, b]), second))).status,
    200,
  );
  assert.equal((await votes(server))['c'], 2);
  await agrees(server);
});

test('an option that nobody has chosen may be anything when it comes back', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', withMate);
  await ballot(server, 'a');
  await server.define('/polls/p', without);
  assert.equal((await server.define('/polls/p', withMilk)).status, 200);
  assert.deepEqual(await votes(server), { a: 1, b: 0, c: 0 });
});

test('named in restart it starts at 0, for its former voters too, and all counts agree', async (t) => {
  const { server, tokens } = await startWithout(t);
  const again = { ...withMilk, restart: ['q1/c'] };
  const { status, body } = await server.define('/polls/p', again);
  assert.deepEqual([status, body.voters], [200, 3]);
  assert.deepEqual(await votes(server), { a: 1, b: 0, c: 0 });
  const [token = ''] = tokens;
  const own = await server.get('/me?poll=p', { token });
  assert.deepEqual(own.body.items[0].body.vote.answers, [], 'they did not choose milk');
  await agrees(server);
  await ballot(server, 'c');
  await ballot(server, 'c', { token });
  assert.deepEqual(await votes(server), { a: 1, b: 0, c: 2 });
  await server.withdraw('/polls/p', { token: tokens[1] ?? '' });
  const stored = await server.get('/polls/p/definition', { token: editorToken });
  assert.ok(!stored.text.includes('restart'));
  assert.equal((await server.define('/polls/p', again)).status, 200);
  assert.deepEqual(await votes(server), { a: 1, b: 0, c: 2 }, 'said again it restarts nothing');
  await agrees(server);
});

test('an id may retire twice: each time its ballots stay with what they meant', async (t) => {
  const { server } = await startWithout(t);
  const restart = ['q1/c'];
  await server.define('/polls/p', { ...withMilk, restart });
  for (let count = 0; count < 3; count += 1) await ballot(server, 'c');
  await server.define('/polls/p', without);
  assert.equal((await server.define('/polls/p', withMate)).status, 422);
  await server.define('/polls/p', { ...withMilk, restart });
  assert.equal((await votes(server))['c'], 3, 'as it was: restart is not asked for');
  await server.define('/polls/p', without);
  await server.define('/polls/p', { ...withMate, restart });
  assert.equal((await votes(server))['c'], 0);
  await agrees(server);
});

test('a late delivery of a ballot that held a restarted id is answered as before', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', withMate);
  const wish = { token: newToken(), key: newKey() };
  const body = { revision: 1, answers: [{ question: 'q1', options: ['c'] }] };
  assert.equal((await server.vote('/polls/p', body, wish)).status, 201);
  await server.define('/polls/p', without);
  await server.define('/polls/p', { ...withMilk, restart: ['q1/c'] });
  const late = await server.vote('/polls/p', body, wish);
  assert.equal(late.status, 200);
  const other = { ...body, answers: [{ question: 'q1', options: ['a'] }] };
  assert.equal((await server.vote('/polls/p', other, wish)).body.code, 'key_reused');
  assert.deepEqual(await votes(server), { a: 0, b: 0, c: 0 });
  await agrees(server);
});

test('a question is held to the same, with its options and words', async (t) => {
  const server = await startServer(t);
  const own = question([a, b], { other: true, required: false });
  await server.define('/polls/p', poll(second, own));
  const body = (other: string) => ({
    revision: 1,
    answers: [{ question: 'q1', options: [], other }],
  });
  await server.vote('/polls/p', body('Oolong'));
  const approval = { question: 'q1', words: 'Oolong', approved: true };
  await server.call('PUT', '/polls/p/written', { body: approval, token: editorToken });
  await server.define('/polls/p', poll(second));
  const another = { ...own, text: 'Which colour?' };
  const refused = await server.define('/polls/p', poll(second, another));
  assert.deepEqual(
    [refused.status, refused.body.errors],
    [422, [{ question: 'q1', rule: 'retired_id' }]],
  );
  assert.match(refused.body.detail, /^questions\/1\/text: the id "q1"/);
  await server.define('/polls/p', poll(second, own));
  assert.deepEqual((await server.get('/polls/p')).body.questions[1].written, ['Oolong']);
  await server.define('/polls/p', poll(second));
  await server.define('/polls/p', { ...poll(second, another), restart: ['q1'] });
  const { questions } = (await server.get('/polls/p')).body;
  assert.deepEqual([questions[1].voters, questions[1].votes, questions[1].written], [0, 0, []]);
  const csv = await server.get('/polls/p/export?format=csv', { token: editorToken });
  assert.ok(!csv.text.includes('Oolong'));
  const { items } = (await server.get('/polls/p/written', { token: editorToken })).body;
  const erasure = { question: items[0].question, words: 'Oolong' };
  const erased = await server.call('DELETE', '/polls/p/written', {
    body: erasure,
    token: editorToken,
  });
  assert.equal(erased.status, 204, 'an editor still holds and can erase them');
  await agrees(server);
});

test('own words switched off and on again keep their votes, however their answer is called', async (t) => {
  const server = await startServer(t);
  const named = question([a, b, option('other', 'Something else')], { other: true });
  await server.define('/polls/p', poll(named));
  await ballot(server, 'other');
  await server.define('/polls/p', poll(question([a, b])));
  assert.equal(
    (await server.define('/polls/p', poll(question([a, b], { other: true })))).status,
    200,
  );
  assert.equal((await votes(server))['other'], 1);
  await server.define('/polls/p', poll(question([a, b])));
  const plain = poll(question([a, b, option('other', 'Milk')]));
  for (const restart of [[], ['q1/other']]) {
    assert.equal((await server.define('/polls/p', { ...plain, restart })).status, 422);
  }
  await agrees(server);
});

test('order, place in another question and counts of an older system do not matter', async (t) => {
  const { server } = await startWithout(t);
  const moved = poll({ ...second, options: [b, milk, a] }, question([b, a]));
  assert.equal((await server.define('/polls/p', moved)).status, 200, 'q2/c is another one');
  assert.deepEqual(await votes(server), { b: 0, c: 0, a: 0 });
  const imported = { voters: 9, votes: { q1: { a: 4, c: 5 } } };
  assert.equal((await server.define('/polls/p', { ...withMate, imported })).status, 200);
  assert.deepEqual(await votes(server), { a: 5, b: 0, c: 7 });
  await server.define('/polls/p', without);
  assert.equal((await server.define('/polls/p', { ...withMilk, imported })).status, 422);
  await server.define('/polls/p', { ...withMilk, imported, restart: ['q1/c'] });
  assert.deepEqual(await votes(server), { a: 5, b: 0, c: 5 }, 'what is imported now counts');
  await agrees(server);
});

test('the editor reads which ids are spent', async (t) => {
  const { server } = await startWithout(t);
  const retired = async () =>
    (await server.get('/polls/p/definition', { token: editorToken })).body.retired;
  assert.deepEqual(await retired(), ['q1/c']);
  await server.define('/polls/p', poll(second));
  assert.deepEqual(await retired(), ['q1', 'q1/a', 'q1/c']);
  await server.define('/polls/p', withMate);
  assert.equal(await retired(), undefined);
  const bad = await server.define('/polls/p', { ...withMate, restart: ['q1/c/d'] });
  assert.deepEqual([bad.status, bad.body.code], [400, 'malformed']);
});

test('an id in restart that the definition has not is refused by its name', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', withMilk);
  for (const id of ['q1/nobody', 'q9', 'q9/c']) {
    const bad = await server.define('/polls/p', { ...withMate, restart: ['q1/c', id] });
    assert.deepEqual([bad.status, bad.body.detail], [400, `restart: unknown id "${id}"`]);
  }
  assert.equal((await server.define('/polls/p', { ...withMate, restart: ['q1/c'] })).status, 200);
});

test('ids are remembered over restarts, also those that retired before an upgrade, and by files', async (t) => {
  const storage = await freshStorage();
  const folder = mkdtempSync(join(tmpdir(), 'riac-polls-'));
  const faults: string[] = [];
  const log = (fault: unknown) => faults.push(String(fault));
  let server = await startOn(storage);
  t.after(async () => {
    await server.app.close();
    await storage.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  await server.define('/polls/p', poll(question([a, b, mate], { other: true })));
  await ballot(server, 'c');
  const { revision } = (await server.get('/polls/p')).body;
  const own = { revision, answers: [{ question: 'q1', options: [], other: 'Oolong' }] };
  await server.vote('/polls/p', own);
  const approval = { question: 'q1', words: 'Oolong', approved: true };
  await server.call('PUT', '/polls/p/written', { body: approval, token: editorToken });
  await server.define('/polls/p', poll(question([a, b], { other: true })));
  // As the former version has left it: without these tables, and with words that nobody holds.
  for (const statement of [
    'drop table written_text',
    'drop table retired_id',
    `insert into approved_text values ('poll:p', 'q1', 'Nobody')`,
    'delete from migration where step > 2',
  ]) {
    await server.database.query(statement);
  }
  await server.app.close();
  writeFileSync(join(folder, 'p.json'), JSON.stringify(poll(question([a, milk], { other: true }))));
  server = await startOn(storage, { pollsFolder: folder, log });
  assert.equal(faults.length, 1);
  assert.match(faults[0] ?? '', /p\.json: questions\/0\/options\/1\/label: the id "c"/);
  const { questions } = (await server.get('/polls/p')).body;
  assert.deepEqual(questions[0].written, ['Oolong']);
  assert.deepEqual(await votes(server), { a: 0, b: 0, other: 1 });
  await agrees(server);
});
