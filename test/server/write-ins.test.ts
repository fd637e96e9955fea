import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { recount } from '../../demo/server/database/recount.js';
import { openStream } from './support/event-stream.js';
import { newKey, newToken } from './support/ids.js';
import { wishes, wishPoll } from './support/polls.js';
import {
  editorToken,
  freshStorage,
  startOn,
  startServer,
  type TestServer,
} from './support/server.js';
import { waitUntil } from './support/wait.js';

const place = 'On the train';
const own = (other: string, topics = ['a', 'b']) => wishes(topics, { options: [], other });
const editor = { token: editorToken };

const judge = (server: TestServer, method: 'PUT' | 'DELETE', body: object) =>
  server.call(method, '/polls/p/written', { ...editor, body });
const approve = (server: TestServer, words = place, approved = true) =>
  judge(server, 'PUT', { question: 'place', words, approved });
const erase = (server: TestServer, words = place) =>
  judge(server, 'DELETE', { question: 'place', words });

const publicWords = async (server: TestServer) =>
  (await server.get('/polls/p')).body.questions[1].written as string[];
const listed = async (server: TestServer) =>
  (await server.get('/polls/p/written', editor)).body.items as {
    words: string;
    count: number;
    approved: boolean;
  }[];

/** A poll on which words of one voter are shown. */
async function startApproved(t: TestContext) {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const token = newToken();
  await server.vote('/polls/p', own(place), { token });
  assert.equal((await approve(server)).status, 204);
  assert.deepEqual(await publicWords(server), [place]);
  return { server, token };
}

/** No surface that anybody reads holds the words. */
async function requireGone(server: TestServer, words = place) {
  for (const path of ['/polls/p', '/state?poll=p', '/polls']) {
    assert.ok(!(await server.get(path)).text.includes(words), path);
  }
  for (const format of ['csv', 'json']) {
    const { text } = await server.get(`/polls/p/export?format=${format}`, editor);
    assert.ok(!text.includes(words), format);
  }
  assert.deepEqual(await listed(server), []);
  assert.deepEqual((await recount(server.database)).differences, []);
}

const leaving = {
  'withdraws the vote': (server: TestServer, token: string) =>
    server.withdraw('/polls/p', { token }),
  'chooses an option instead': (server: TestServer, token: string) =>
    server.vote('/polls/p', wishes(['a', 'b'], { options: ['home'] }), { token }),
  'leaves the question out': (server: TestServer, token: string) =>
    server.vote('/polls/p', wishes(['a', 'b']), { token }),
};

for (const [what, leave] of Object.entries(leaving)) {
  test(`approved words are gone from everywhere when their voter ${what}`, async (t) => {
    const { server, token } = await startApproved(t);
    const before = await server.get('/polls/p');
    assert.equal((await leave(server, token)).status, 200);
    const after = await server.get('/polls/p', {
      headers: { 'if-none-match': String(before.headers['etag']) },
    });
    assert.equal(after.status, 200, 'another representation');
    assert.ok(after.body.version > before.body.version);
    await requireGone(server);
  });
}

test('approved words stay while another ballot holds them, and while their own one changes', async (t) => {
  const { server, token } = await startApproved(t);
  const other = newToken();
  await server.vote('/polls/p', own(place), { token: other });
  await server.vote('/polls/p', own(place, ['c', 'd']), { token });
  assert.deepEqual(await publicWords(server), [place]);
  await server.withdraw('/polls/p', { token });
  assert.deepEqual(await publicWords(server), [place]);
  await server.vote('/polls/p', own('By boat'), { token: other });
  assert.deepEqual(await publicWords(server), []);
});

test('an approval ends with the last ballot: the same words wait for the editor anew', async (t) => {
  const { server, token } = await startApproved(t);
  await server.withdraw('/polls/p', { token });
  await server.vote('/polls/p', own(place));
  assert.deepEqual(await publicWords(server), []);
  assert.deepEqual(await listed(server), [
    { question: 'place', words: place, count: 1, approved: false },
  ]);
});

test('many ballots in one batch leave shown what some ballot holds, and nothing else', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const tokens = Array.from({ length: 40 }, newToken);
  await Promise.all(
    tokens.map((token, index) => server.vote('/polls/p', own(`words ${index % 8}`), { token })),
  );
  for (let index = 0; index < 8; index += 1) await approve(server, `words ${index}`);
  assert.equal((await publicWords(server)).length, 8);
  // All who hold words 0 to 3 leave them, in one way or another; one of words 4 stays.
  const leavers = tokens.filter((_, index) => index % 8 < 5 && index !== 4);
  await Promise.all(
    leavers.map((token, index) =>
      index % 2
        ? server.withdraw('/polls/p', { token })
        : server.vote('/polls/p', own('new'), { token }),
    ),
  );
  const wanted = [4, 5, 6, 7].map((index) => `words ${index}`);
  assert.deepEqual((await publicWords(server)).sort(), wanted);
  assert.deepEqual((await recount(server.database)).differences, []);
});

test('words go when their question or its own answer goes, and come back only with both', async (t) => {
  const { server } = await startApproved(t);
  const [topics, where] = wishPoll.questions;
  await server.define('/polls/p', { ...wishPoll, questions: [topics] });
  assert.ok(!(await server.get('/polls/p')).text.includes(place));
  assert.ok(!(await server.get('/polls/p/export?format=csv', editor)).text.includes(place));
  assert.equal((await approve(server)).status, 422);
  const closedList = { ...where, other: false };
  await server.define('/polls/p', { ...wishPoll, questions: [topics, closedList] });
  assert.ok(!(await server.get('/polls/p')).text.includes(place));
  assert.ok(!(await server.get('/polls/p/export?format=json', editor)).text.includes(place));
  const refused = await approve(server);
  assert.deepEqual([refused.status, refused.body.code], [422, 'invalid_selection']);
  assert.deepEqual(refused.body.errors, [{ question: 'place', rule: 'other_not_offered' }]);
  await server.define('/polls/p', wishPoll);
  assert.deepEqual(await publicWords(server), [place]);
});

test('only what somebody wrote can be approved, and only for a question that is there', async (t) => {
  const { server } = await startApproved(t);
  const nobody = await approve(server, 'Never written');
  assert.deepEqual([nobody.status, nobody.body.code], [404, 'not_found']);
  assert.match(nobody.body.detail, /"place"/);
  for (const question of ['nowhere', 'topics']) {
    const { status, body } = await judge(server, 'PUT', { question, words: place, approved: true });
    assert.deepEqual([status, body.code], [422, 'invalid_selection']);
    assert.match(body.detail, new RegExp(`"${question}"`));
  }
  assert.deepEqual(await publicWords(server), [place]);
  const none = { ...editor, body: { question: 'place', words: place, approved: true } };
  assert.equal((await server.call('PUT', '/polls/none/written', none)).status, 404);
});

test('where results are hidden, neither words nor what an editor does to them can be seen', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...wishPoll, results: 'after_close' });
  const before = await server.get('/polls/p');
  assert.equal(before.body.questions[1].written, null);
  const token = newToken();
  const unchanged = async () => assert.equal((await server.get('/polls/p')).text, before.text);
  await server.vote('/polls/p', own(place), { token });
  await server.vote('/polls/p', own('To erase'));
  await approve(server);
  await unchanged();
  await approve(server, place, false);
  await approve(server);
  await erase(server, 'To erase');
  await unchanged();
  await server.define('/polls/p', { ...wishPoll, results: 'after_close', closed: true });
  assert.deepEqual(await publicWords(server), [place]);
});

test('words are erased from all ballots, which count on', async (t) => {
  const { server, token } = await startApproved(t);
  await server.vote('/polls/p', own(place));
  await server.vote('/polls/p', own('By boat'));
  const before = await server.get('/polls/p');
  assert.equal((await erase(server, ` ${place} `)).status, 204);
  const after = await server.get('/polls/p');
  assert.deepEqual(after.body.questions[1].options, before.body.questions[1].options);
  assert.deepEqual(after.body.questions[1].written, []);
  assert.ok(after.body.version > before.body.version);
  const { body } = await server.get('/me?poll=p', { token });
  assert.deepEqual(body.items[0].body.vote.answers, [
    { question: 'place', options: ['other'] },
    { question: 'topics', options: ['a', 'b'] },
  ]);
  const rows = await server.database.query<{ choices: string }>('select choices from ballot');
  assert.ok(
    rows.every(({ choices }) => !choices.includes(place)),
    'nothing is kept of them',
  );
  assert.deepEqual(
    (await listed(server)).map(({ words }) => words),
    ['By boat'],
  );
  assert.deepEqual((await recount(server.database)).differences, []);
  const again = await erase(server);
  assert.deepEqual([again.status, again.body.code], [404, 'not_found']);
});

test('a repeated delivery neither brings erased words back nor is answered with them', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const wish = { token: newToken(), key: newKey() };
  const first = await server.vote('/polls/p', own(place), wish);
  assert.equal(first.status, 201);
  await erase(server);
  for (let count = 0; count < 3; count += 1) {
    const { status, text } = await server.vote('/polls/p', own(place), wish);
    assert.equal(status, 200);
    assert.ok(!text.includes(place));
  }
  const other = await server.vote('/polls/p', own(place, ['c', 'd']), wish);
  assert.deepEqual(
    [other.status, other.body.code],
    [422, 'key_reused'],
    'another vote is not taken for it',
  );
  assert.ok(!other.text.includes(place));
  await server.define('/polls/p', { ...wishPoll, closed: true });
  const late = await server.vote('/polls/p', own(place), wish);
  assert.deepEqual([late.status, late.text.includes(place)], [200, false]);
  await requireGone(server);
});

test('who may vote again may write again, and withdraw', async (t) => {
  const { server, token } = await startApproved(t);
  await erase(server);
  const again = await server.vote('/polls/p', own(place), { token });
  assert.deepEqual([again.status, again.body.vote.answers[0].other], [200, place]);
  assert.deepEqual(await publicWords(server), [], 'not approved any more');
  await erase(server);
  assert.equal((await server.withdraw('/polls/p', { token })).body.snapshot.voters, 0);
  await requireGone(server);
});

test('words that very many wrote are erased from all of their ballots', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  for (let batch = 0; batch < 3; batch += 1) {
    const votes = Array.from({ length: 400 }, () => server.vote('/polls/p', own(place)));
    await Promise.all(votes);
  }
  assert.equal((await erase(server)).status, 204);
  const { body } = await server.get('/polls/p');
  assert.equal(body.questions[1].options[1].votes, 1200);
  await requireGone(server);
});

test('another process, its caches and its streams follow', async (t) => {
  const storage = await freshStorage();
  const [one, two] = [await startOn(storage), await startOn(storage)];
  await two.app.listen({ port: 0, host: '127.0.0.1' });
  t.after(async () => {
    await one.app.close();
    await two.app.close();
    await storage.remove();
  });
  await one.define('/polls/p', wishPoll);
  const token = newToken();
  await one.vote('/polls/p', own(place), { token });
  await one.vote('/polls/p', own('By boat'));
  const shows = (words: readonly string[]) =>
    waitUntil(async () => String((await publicWords(two)).sort()) === String(words));
  const stream = await openStream(two, 'poll=p');
  let known = (await stream.event(() => true)).data.version;
  const told = async () => {
    known = (await stream.event(({ data }) => data.version > known)).data.version;
  };
  await approve(one);
  await told();
  await shows([place]);
  await approve(one, 'By boat');
  await told();
  await shows(['By boat', place]);
  await one.withdraw('/polls/p', { token });
  await told();
  await shows(['By boat']);
  await erase(one, 'By boat');
  await told();
  await shows([]);
});

test('words of a closed poll are kept by caches no longer than those of an open one', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...wishPoll, closes_at: '2020-01-01T00:00:00Z' });
  const { headers } = await server.get('/polls/p');
  assert.match(String(headers['cache-control']), /max-age=1,/);
});
