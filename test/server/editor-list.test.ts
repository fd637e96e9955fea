import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { editorToken, startServer, type Answer, type TestServer } from './support/server.js';

const editor = { token: editorToken };
const noon = Date.parse('2030-01-01T12:00:00Z');

type Listed = { item: string; removed: boolean; voters: number | null };

const codeOf = ({ status, body }: Answer) => [status, body.code];

async function pollsOfAllStates(server: TestServer): Promise<void> {
  await server.define('/polls/a-open', { ...teaPoll, results: 'never' });
  await server.define('/polls/b-later', { ...teaPoll, opens_at: '2030-01-02T00:00:00Z' });
  await server.define('/polls/c-closed', { ...teaPoll, closed: true });
  await server.define('/polls/d-removed', teaPoll);
  await server.vote('/polls/a-open', tea('black'));
  await server.vote('/polls/d-removed', tea('green'));
  await server.call('DELETE', '/polls/d-removed', editor);
}

test('the editor lists all polls with their counts, by state and page by page', async (t) => {
  const server = await startServer(t, { now: () => noon });
  await pollsOfAllStates(server);
  const list = async (query: string): Promise<[Listed[], string | null]> => {
    const { body } = await server.get(`/editor/polls?${query}`, editor);
    return [body.items, body.next];
  };
  const [all] = await list('');
  assert.deepEqual(
    all.map(({ item, removed, voters }) => [item, removed, voters]),
    [
      ['a-open', false, 1],
      ['b-later', false, 0],
      ['c-closed', false, 0],
      ['d-removed', true, 1],
    ],
  );
  for (const [state, item] of [
    ['open', 'a-open'],
    ['scheduled', 'b-later'],
    ['closed', 'c-closed'],
    ['removed', 'd-removed'],
  ]) {
    const [found] = await list(`state=${state}`);
    assert.deepEqual(
      found.map((poll) => poll.item),
      [item],
    );
  }
  const [first, next] = await list('limit=3');
  const [rest, end] = await list(`limit=3&cursor=${next}`);
  assert.deepEqual([first.length, rest.length, end], [3, 1, null]);
  const answer = await server.get('/editor/polls', editor);
  assert.equal(answer.headers['cache-control'], 'private, no-store');
});

test('the public archive names neither scheduled nor removed polls', async (t) => {
  const server = await startServer(t, { now: () => noon });
  await pollsOfAllStates(server);
  const { body, text } = await server.get('/polls');
  const items = body.items.map((poll: Listed) => poll.item);
  assert.deepEqual(items, ['a-open', 'c-closed']);
  assert.ok(!text.includes('removed') && !text.includes('later'));
  assert.equal((await server.get('/polls?state=scheduled')).status, 400);
  const russian = await server.get('/polls?state=closed&lang=ru-RU');
  assert.deepEqual([russian.body.items[0].lang, russian.body.items[0].title], ['ru', 'Чай']);
});

test('nobody else sees the desk', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  for (const [method, path] of [
    ['GET', '/editor/polls'],
    ['GET', '/polls/p/definition'],
    ['DELETE', '/polls/p'],
    ['DELETE', '/ratings/r'],
  ] as const) {
    assert.deepEqual(codeOf(await server.call(method, path)), [401, 'login_required'], path);
    const reader = await server.call(method, path, { token: newToken() });
    assert.deepEqual(codeOf(reader), [403, 'not_eligible'], path);
  }
  assert.equal((await server.get('/polls/p')).status, 200);
});

test('a definition is read as it was written, and closes and reopens a poll when sent back', async (t) => {
  const server = await startServer(t);
  const written = { ...teaPoll, closes_at: null, policy: { change: false } };
  await server.define('/polls/p', written);
  await server.vote('/polls/p', tea('black'));
  const { body } = await server.get('/polls/p/definition', editor);
  assert.deepEqual(body, { item: 'p', revision: 1, removed: false, definition: written });
  await server.define('/polls/p', { ...body.definition, closed: true });
  assert.deepEqual(codeOf(await server.vote('/polls/p', tea('black'))), [409, 'closed']);
  await server.define('/polls/p', { ...body.definition, closed: false });
  const { body: reply } = await server.vote('/polls/p', tea('green'));
  assert.deepEqual([reply.snapshot.revision, reply.snapshot.voters], [1, 2]);
  const unknown = await server.get('/polls/none/definition', editor);
  assert.deepEqual(codeOf(unknown), [404, 'not_found']);
});

test('a removed poll is gone from every surface, keeps its ballots, and can be brought back', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const voter = { token: newToken(), key: newKey() };
  const vote = await server.vote('/polls/p', tea('black'), voter);
  const remove = () => server.call('DELETE', '/polls/p', editor);
  assert.equal((await remove()).status, 204);
  assert.equal((await remove()).status, 204);
  const gone = [410, 'removed'];
  const read = await server.get('/polls/p');
  assert.deepEqual(codeOf(read), gone);
  assert.equal(read.headers['cache-control'], 'no-store');
  assert.deepEqual(codeOf((await server.get('/state?poll=p')).body.items[0]), gone);
  assert.deepEqual(codeOf((await server.get('/me?poll=p', voter)).body.items[0]), gone);
  assert.deepEqual(codeOf(await server.vote('/polls/p', tea('green'))), gone);
  assert.deepEqual(codeOf(await server.vote('/polls/p', tea('black'), voter)), gone);
  assert.deepEqual(codeOf(await server.withdraw('/polls/p', { token: voter.token })), gone);
  assert.deepEqual((await server.get('/polls')).body.items, []);
  const exported = await server.get('/polls/p/export', editor);
  assert.equal(exported.body.voters, 1);
  await server.define('/polls/p', teaPoll);
  const back = await server.get('/polls/p');
  assert.deepEqual([back.body.voters, back.body.revision], [1, 1]);
  assert.ok(back.body.version > vote.body.snapshot.version);
  assert.equal((await server.vote('/polls/p', tea('black'), voter)).status, 200);
  assert.deepEqual(codeOf(await server.call('DELETE', '/polls/none', editor)), [404, 'not_found']);
});

test('a rating can be removed, defined or not, and be brought back', async (t) => {
  const server = await startServer(t);
  await server.vote('/ratings/used', { value: 5 });
  for (const item of ['used', 'new']) {
    assert.equal((await server.call('DELETE', `/ratings/${item}`, editor)).status, 204);
    assert.deepEqual(codeOf(await server.get(`/ratings/${item}`)), [410, 'removed']);
    const refused = await server.vote(`/ratings/${item}`, { value: 1 });
    assert.deepEqual(codeOf(refused), [410, 'removed']);
    await server.define(`/ratings/${item}`, {});
  }
  assert.equal((await server.get('/ratings/used')).body.mean, 5);
  assert.equal((await server.vote('/ratings/new', { value: 4 })).status, 201);
});

test('a definition is not written over one that its editor has not read', async (t) => {
  const server = await startServer(t);
  const put = (headers: Record<string, string>, definition: object = teaPoll) =>
    server.call('PUT', '/polls/tea', { ...editor, body: definition, headers });
  const tag = async () =>
    String((await server.get('/polls/tea/definition', editor)).headers['etag']);

  assert.equal((await put({ 'if-match': '"0123456789abcdef"' })).status, 412);
  assert.equal((await put({ 'if-none-match': '*' })).status, 201);
  assert.deepEqual(codeOf(await put({ 'if-none-match': '*' })), [412, 'revision_changed']);

  const read = await tag();
  const first = await put({ 'if-match': read }, { ...teaPoll, closed: true });
  assert.deepEqual([first.status, first.body.state], [200, 'closed']);
  assert.deepEqual(codeOf(await put({ 'if-match': read })), [412, 'revision_changed']);
  assert.equal((await server.get('/polls/tea')).body.state, 'closed');

  const changed = await tag();
  await server.call('DELETE', '/polls/tea', editor);
  assert.deepEqual(codeOf(await put({ 'if-match': changed })), [412, 'revision_changed']);
  assert.equal((await put({ 'if-match': await tag() })).status, 200);
  assert.equal((await put({}, { ...teaPoll, closed: true })).status, 200);
});

test('a condition may name several definitions, or any', async (t) => {
  const server = await startServer(t);
  const put = (tags: string) =>
    server.call('PUT', '/polls/tea', { ...editor, body: teaPoll, headers: { 'if-match': tags } });
  for (const tags of ['*', '"0123456789abcdef",']) {
    assert.deepEqual(codeOf(await put(tags)), [412, 'revision_changed'], tags);
  }
  assert.equal((await server.get('/polls/tea')).status, 404);
  await server.define('/polls/tea', teaPoll);
  const tag = (await server.get('/polls/tea/definition', editor)).headers['etag'];
  for (const tags of [`"0123456789abcdef", ${tag}`, `${tag},"0123456789abcdef"`, '*']) {
    assert.equal((await put(tags)).status, 200, tags);
  }
  assert.equal((await put('"0123456789abcdef", "fedcba9876543210"')).status, 412);
});
