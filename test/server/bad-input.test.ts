import assert from 'node:assert/strict';
import { connect, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll, wishes, wishPoll } from './support/polls.js';
import { editorToken, startServer, type TestServer } from './support/server.js';
import { waitUntil } from './support/wait.js';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

/** Bodies that no route takes, and the status they get. */
const hostile: [string, string | Buffer, number][] = [
  ['nothing', '', 400],
  ['no JSON', '{"value":', 400],
  ['null', 'null', 400],
  ['a number', '4', 400],
  ['a list', '[{"value":4}]', 400],
  ['a text', '"value"', 400],
  ['a prototype', '{"value":4,"__proto__":{"x":1}}', 400],
  ['an escaped prototype', '{"value":4,"\\u005f_proto__":{"x":1}}', 400],
  ['a constructor', '{"value":4,"constructor":{"prototype":{}}}', 400],
  ['more than any number', '{"value":1e309}', 400],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400],
  ['UTF-16', Buffer.from('{"value":4}', 'utf16le'), 400],
  ['a compressed body that is none', Buffer.from([0x1f, 0x8b, 8, 0]), 400],
  ['deep nesting', nested(5000), 400],
  ['too deep a nesting', nested(1_000_000), 413],
  ['five megabytes', `{"value":"${'x'.repeat(5_000_000)}"}`, 413],
  ['a million elements', `{"value":[${'1,'.repeat(999_999)}1]}`, 413],
];

test('hostile bodies get the right problem and change nothing', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  for (const [what, body, status] of hostile) {
    for (const path of ['/ratings/a', '/polls/p']) {
      const answer = await server.vote(path, body);
      assert.equal(answer.status, status, `${what} to ${path}: ${answer.text}`);
      assert.equal(answer.body.code, 'malformed', what);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
    }
    const click = await server.call('POST', '/shares/s', { body, key: newKey() });
    assert.equal(click.status, status, `${what} as a click`);
  }
  assert.equal(({} as { x?: number }).x, undefined, 'no prototype was touched');
  await requireUntouched(server);
});

async function requireUntouched(server: TestServer): Promise<void> {
  const { body } = await server.get('/state?rating=a&poll=p&share=s');
  const [poll, rating, share] = body.items.map((entry: { body: unknown }) => entry.body);
  assert.deepEqual([poll.voters, rating.votes, share.total], [0, 0, 0]);
}

const wrong = [
  null,
  true,
  -1,
  0.5,
  1e21,
  '',
  'x',
  '4',
  [],
  [4],
  {},
  '\ud800',
  '\u0000',
  'x'.repeat(5000),
];

test('every field of every vote: missing, of another type, out of range', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const answer = tea('black').answers[0];
  const bodies: [string, unknown][] = [
    ['/ratings/a', {}],
    ['/polls/p', {}],
    ['/polls/p', { answers: [answer] }],
    ['/polls/p', { revision: 1 }],
    ['/polls/p', { revision: 1, answers: [{ options: ['black'] }] }],
    ['/polls/p', { revision: 1, answers: [{ question: 'q1' }] }],
    ...wrong.flatMap((value): [string, unknown][] => [
      ['/ratings/a', { value }],
      ['/polls/p', { revision: value, answers: [answer] }],
      ['/polls/p', { revision: 1, answers: value }],
      ['/polls/p', { revision: 1, answers: [value] }],
      ['/polls/p', { revision: 1, answers: [{ ...answer, question: value }] }],
      ['/polls/p', { revision: 1, answers: [{ ...answer, options: value }] }],
      ['/polls/p', { revision: 1, answers: [{ ...answer, options: [value] }] }],
    ]),
  ];
  for (const [path, body] of bodies) {
    const { status, text } = await server.vote(path, body);
    assert.ok(
      [400, 409, 422].includes(status),
      `${path} ${JSON.stringify(body)}: ${status} ${text}`,
    );
  }
  for (const network of wrong.filter((value) => value !== 'x' && value !== '4')) {
    const click = await server.call('POST', '/shares/s', { body: { network }, key: newKey() });
    assert.equal(click.status, 400, JSON.stringify(network));
  }
  await requireUntouched(server);
});

test('own words and the place of a click: another type, too long, no text', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  for (const other of [true, 4, [], {}, 'x'.repeat(201), '\ud800', '\u0000', 'two\nlines']) {
    const { status, body } = await server.vote(
      '/polls/p',
      wishes(['a', 'b'], { options: [], other }),
    );
    assert.deepEqual([status, body.code], [400, 'malformed'], JSON.stringify(other));
  }
  for (const placement of [true, 4, [], {}, 'x'.repeat(41), 'two words', '\u0000']) {
    const click = { body: { network: 'vk', placement }, key: newKey() };
    const { status, body } = await server.call('POST', '/shares/s', click);
    assert.deepEqual([status, body.code], [400, 'malformed'], JSON.stringify(placement));
  }
  await requireUntouched(server);
});

test('every parameter of every read: empty, too long, of another form', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const long = 'x'.repeat(201);
  const items = ['', long, '%00', '%0a'].flatMap((item) => [
    `rating=${item}`,
    `poll=a&poll=${item}`,
  ]);
  const paths = [
    ...['state', 'me', 'events'].flatMap((route) => items.map((query) => `/${route}?${query}`)),
    ...['0', '51', '-1', '1e1', 'x', ''].map((limit) => `/polls?limit=${limit}`),
    ...['maybe', ''].flatMap((state) => [`/polls?state=${state}`, `/editor/polls?state=${state}`]),
    `/polls?cursor=${long}`,
    '/polls/p/export?format=xml',
    '/polls/p/export?format=',
  ];
  for (const path of paths) {
    const { status, body } = await server.get(path, { token: editorToken });
    assert.deepEqual([status, body.code], [400, 'malformed'], path);
  }
});

/** Nothing that any field of a definition takes. */
const neverSound = [-1, 4.5, [null], '\ud800', 'x'.repeat(5000)];
const fieldsOf = {
  poll: ['title', 'questions', 'opens_at', 'closes_at', 'closed', 'results', 'policy', 'imported'],
  question: ['id', 'text', 'kind', 'min', 'max', 'required', 'order', 'other', 'options'],
  option: ['id', 'label', 'description', 'image', 'pinned'],
  rating: ['max', 'opens_at', 'closes_at', 'closed', 'results', 'policy', 'imported'],
};

test('every field of every definition: missing, of another type, out of range', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', teaPoll);
  const [question] = teaPoll.questions;
  const withQuestion = (one: object) => ({ ...teaPoll, questions: [{ ...question, ...one }] });
  const withOption = (one: object) =>
    withQuestion({ options: [{ ...question.options[0], ...one }, question.options[1]] });
  const each = (fields: readonly string[], make: (one: object) => object) =>
    fields.flatMap((field) => neverSound.map((value) => make({ [field]: value })));
  const polls = [
    ...each(fieldsOf.poll, (one) => ({ ...teaPoll, ...one })),
    ...each(fieldsOf.question, withQuestion),
    ...each(fieldsOf.option, withOption),
    ...['id', 'text', 'kind', 'options'].map((field) => withQuestion({ [field]: undefined })),
    ...['id', 'label'].map((field) => withOption({ [field]: undefined })),
    ...[{}, null, [], 'poll', { title: 'No questions' }, { questions: teaPoll.questions }],
  ];
  for (const definition of polls) {
    const { status, body } = await server.define('/polls/p', definition);
    assert.deepEqual([status, body.code], [400, 'malformed'], JSON.stringify(definition));
  }
  const ratings = [...each(fieldsOf.rating, (one) => one), null, [], 'rating'];
  for (const definition of [...ratings, '{"imported":{"histogram":[1e309]}}']) {
    const { status, body } = await server.define('/ratings/r', definition);
    assert.deepEqual([status, body.code], [400, 'malformed'], JSON.stringify(definition));
  }
  assert.equal((await server.get('/polls/p')).body.title, 'Tea');
  assert.equal((await server.get('/ratings/r')).body.votes, 0);
});

test('every field of an approval: missing, of another type', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', wishPoll);
  const approval = { question: 'place', words: 'Far', approved: true };
  const bodies = Object.keys(approval).flatMap((field) =>
    [undefined, null, 4, [], {}, ''].map((value) => ({ ...approval, [field]: value })),
  );
  for (const body of [...bodies, [], null]) {
    const answer = await server.call('PUT', '/polls/p/written', { body, token: editorToken });
    assert.equal(answer.status, 400, JSON.stringify(body));
    const reader = await server.call('PUT', '/polls/p/written', { body, token: newToken() });
    assert.equal(reader.status, 403);
  }
});

test('ids of items: any text up to 200 characters, and nothing else', async (t) => {
  const server = await startServer(t);
  const good = [
    'a',
    'news.example:en:article.html',
    'статья/№1',
    '🗳',
    '%',
    "';--",
    'x'.repeat(200),
  ];
  for (const item of [...good, 'я'.repeat(200)]) {
    const path = `/ratings/${encodeURIComponent(item)}`;
    assert.equal((await server.vote(path, { value: 5 })).status, 201, item);
    const { body } = await server.get(path);
    assert.deepEqual([body.item, body.votes], [item, 1]);
  }
  for (const bad of ['x'.repeat(201), '%00', '%0a', '%ed%a0%80', '%zz', '%ff']) {
    const { status, body } = await server.get(`/ratings/${bad}`);
    assert.deepEqual([status, body.code], [400, 'malformed'], bad);
  }
});

test('wrong methods and unknown paths are told what is there', async (t) => {
  const server = await startServer(t);
  const patch = await server.call('PATCH', '/ratings/a');
  assert.deepEqual([patch.status, patch.body.code], [405, 'malformed']);
  assert.match(String(patch.headers['allow']), /GET/);
  const post = await server.call('POST', '/ratings/a/vote', { body: { value: 4 } });
  assert.equal(post.headers['allow'], 'DELETE, PUT');
  const nowhere = await server.get('/nothing');
  assert.deepEqual([nowhere.status, nowhere.body.code], [404, 'not_found']);
});

/** Sends bytes over a bare connection; answers all that comes back until the server closes it. */
async function exchange(server: TestServer, bytes: string): Promise<string> {
  const { port } = server.app.server.address() as AddressInfo;
  // A client that never closes its side.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.setEncoding('utf8').write(bytes);
  let answer = '';
  for await (const part of socket) answer += part;
  return answer;
}

test('what is no HTTP, or has too long a head, is told so like any other problem', async (t) => {
  const server = await startServer(t);
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  for (const [what, bytes, status] of [
    ['no HTTP', 'Good morning\r\n\r\n', 400],
    ['a broken header', 'GET /api/v1/ratings/a HTTP/1.1\r\nHost: x\r\nX Y\r\n\r\n', 400],
    ['too long a head', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(17_000)}\r\n\r\n`, 431],
  ] as const) {
    const [head = '', body = ''] = (await exchange(server, bytes)).split('\r\n\r\n');
    assert.ok(head.startsWith(`HTTP/1.1 ${status} `), `${what}: ${head}`);
    assert.match(head, /^content-type: application\/problem\+json$/m);
    const { code, status: told } = JSON.parse(body) as { code: string; status: number };
    assert.deepEqual([code, told], ['malformed', status], what);
    const { server: listener } = server.app;
    const open = promisify(listener.getConnections.bind(listener));
    await waitUntil(async () => (await open()) === 0);
  }
});
