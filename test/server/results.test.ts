import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teaPoll, wishes, wishPoll } from './support/polls.js';
import { editorToken, startServer } from './support/server.js';

test('own words stay with the editor until they are approved', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const words = (other: string) => wishes(['a', 'b'], { options: ['other'], other });
  await server.vote('/polls/p', words('On the train'));
  await server.vote('/polls/p', words('On the train'));
  const own = await server.vote('/polls/p', words('<b>Nowhere</b>'));
  assert.equal(own.body.vote.answers[0].other, '<b>Nowhere</b>');
  const before = await server.get('/polls/p');
  assert.deepEqual(before.body.questions[1].written, []);
  assert.ok(!before.text.includes('train'));
  const options = { token: editorToken };
  const listed = await server.get('/polls/p/written', options);
  assert.deepEqual(listed.body.items[0], {
    question: 'place',
    words: 'On the train',
    count: 2,
    approved: false,
  });
  const approve = (approved: boolean) =>
    server.call('PUT', '/polls/p/written', {
      ...options,
      body: { question: 'place', words: 'On the train', approved },
    });
  assert.equal((await approve(true)).status, 204);
  const after = await server.get('/polls/p');
  assert.deepEqual(after.body.questions[1].written, ['On the train']);
  assert.ok(after.body.version > before.body.version);
  await approve(false);
  assert.deepEqual((await server.get('/polls/p')).body.questions[1].written, []);
  assert.equal((await server.get('/polls/p/written')).status, 401);
});

test('all that readers wrote is counted, however much it is', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const answers = (other: string) =>
    JSON.stringify({ answers: [{ question: 'place', options: ['other'], other }] });
  await server.database.query(
    `insert into ballot (widget, voter, key, choices, written, at)
      with recursive line (i) as (select 1 union all select i + 1 from line where i < 20100)
      select 'poll:p', 'voter ' || i, 'key ' || i,
        case when i <= 100 then $1 else $2 end, 1, i from line`,
    [answers('early'), answers('late')],
  );
  for (const other of ['once', 'once more']) {
    await server.vote('/polls/p', wishes(['a', 'b'], { options: [], other }));
  }
  const { body } = await server.get('/polls/p/written', { token: editorToken });
  const counts = body.items.map((one: { words: string; count: number }) => [one.words, one.count]);
  assert.deepEqual(counts.slice(0, 2), [
    ['late', 20_000],
    ['early', 100],
  ]);
  assert.deepEqual(counts.slice(2).map(String).sort(), ['once more,1', 'once,1']);
});

test('results are exported as a table that no spreadsheet runs', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...wishPoll, title: 'Wishes' });
  const words = (other: string) => wishes(['a', 'b'], { options: [], other });
  await server.vote('/polls/p', words('=HYPERLINK("x")'));
  for (const other of ['+1', '-1', '@x', '\uff1d1+1', '\u00a0=1', '3 = 3']) {
    await server.vote('/polls/p', words(other));
  }
  const csv = await server.get('/polls/p/export?format=csv', { token: editorToken });
  assert.match(String(csv.headers['content-type']), /^text\/csv; charset=utf-8/);
  assert.equal(csv.text.codePointAt(0), 0xfeff);
  assert.match(csv.text, /"topics","What about\?","a","A",7,7\r\n/);
  assert.match(csv.text, /"place","Where\?","other","'=HYPERLINK\(""x""\)",1,7\r\n/);
  const cells = [...csv.text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
  assert.deepEqual(
    cells.filter((cell) => /^\s*[=+@\uff1d-]/.test(cell)),
    [],
  );
  assert.ok(cells.includes("'-1") && cells.includes('3 = 3'));
  const json = await server.get('/polls/p/export?format=json', { token: editorToken });
  const written = json.body.written_by_readers.map((one: { words: string }) => one.words);
  assert.ok(written.includes('=HYPERLINK("x")'), 'JSON holds what was written');
  assert.equal((await server.get('/polls/p/export')).status, 401);
});

test('the archive lists polls page by page and by state', async (t) => {
  const server = await startServer(t);
  for (const item of ['a', 'b', 'c', 'd']) {
    await server.define(`/polls/${item}`, { ...teaPoll, closed: item !== 'b' });
  }
  const seen: string[] = [];
  let path = '/polls?state=closed&limit=2';
  for (let pages = 0; pages < 5 && path; pages += 1) {
    const { body } = await server.get(path);
    seen.push(...body.items.map((poll: { item: string }) => poll.item));
    path = body.next ? `/polls?state=closed&limit=2&cursor=${body.next}` : '';
  }
  assert.deepEqual(seen, ['a', 'c', 'd']);
  assert.equal((await server.get('/polls?limit=51')).status, 400);
});
