import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from '../../demo/server/items/item.js';
import { readItems } from '../../demo/server/database/read-items.js';
import { represent } from '../../demo/server/snapshots/representations.js';
import { newKey, newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { editorToken, startServer, type TestServer } from './support/server.js';

/** What pages have in `lang`, as it comes in an address. */
const odd = [
  ...[
    'ru-',
    'ru_',
    'ru_RU',
    'ru_RU.UTF-8',
    '%20ru',
    'RU',
    'rus',
    'ru-RU-x-very-long-private-use-tag',
  ],
  ...['C', 'POSIX', '1', '-', '_', '', '%20', 'x'.repeat(40), 'x'.repeat(4000)],
  ...[encodeURIComponent('русский'), '%00', '%FF', '%', '__proto__', 'constructor', 'zz-ZZ', '*'],
  ...['ru&lang=en', 'zz&lang=ru', '&lang=', 'en,ru;q=0.5', '&lang[]=ru'],
];

const isRussian = (lang: string) => /^(%20)?ru|^zz&lang=ru/i.test(lang);

async function definePolls(server: TestServer) {
  await server.define('/polls/p', teaPoll);
  await server.define('/polls/old', { ...teaPoll, closed: true });
}

test('a poll is read in the nearest language whatever a page has in lang', async (t) => {
  const server = await startServer(t);
  await definePolls(server);
  for (const lang of odd) {
    const title = isRussian(lang) ? 'Чай' : 'Tea';
    const one = await server.get(`/polls/p?lang=${lang}`);
    assert.deepEqual([one.status, one.body.title], [200, title], lang);
    const page = await server.get(`/state?poll=p&rating=r&share=s&lang=${lang}`);
    assert.deepEqual([page.status, page.body.items[0].body.title], [200, title], lang);
    const archive = await server.get(`/polls?state=closed&lang=${lang}`);
    assert.deepEqual([archive.status, archive.body.items[0].title], [200, title], lang);
    for (const path of ['/ratings/r', '/shares/s']) {
      assert.equal((await server.get(`${path}?lang=${lang}`)).status, 200, `${path} ${lang}`);
    }
  }
});

test('a vote, a refusal and own votes come in the nearest language, too', async (t) => {
  const server = await startServer(t);
  await definePolls(server);
  for (const lang of odd) {
    const title = isRussian(lang) ? 'Чай' : 'Tea';
    const token = newToken();
    const write = (method: string, path: string, body?: object) =>
      server.call(method, `${path}?lang=${lang}`, { token, key: newKey(), body });
    const cast = await write('PUT', '/polls/p/vote', tea('black'));
    assert.deepEqual([cast.status, cast.body.snapshot.title], [201, title], lang);
    const refused = await write('PUT', '/polls/p/vote', tea('milk'));
    assert.deepEqual([refused.status, refused.body.snapshot.title], [422, title], lang);
    const broken = await write('PUT', '/polls/p/vote', {});
    assert.deepEqual([broken.status, broken.body.snapshot.title], [400, title], lang);
    const own = await server.get(`/me?poll=p&lang=${lang}`, { token });
    assert.deepEqual([own.status, own.body.items[0].body.snapshot.title], [200, title], lang);
    const gone = await write('DELETE', '/polls/p/vote');
    assert.deepEqual([gone.status, gone.body.snapshot.title], [200, title], lang);
    const click = await write('POST', '/shares/s', { network: 'vk' });
    assert.equal(click.status, 204, lang);
    assert.equal((await write('PUT', '/ratings/r/vote', { value: 4 })).status, 201, lang);
  }
});

test('the editor gets the list, the results and a definition in the nearest language', async (t) => {
  const server = await startServer(t);
  await definePolls(server);
  const options = { token: editorToken };
  for (const lang of odd) {
    const title = isRussian(lang) ? 'Чай' : 'Tea';
    const list = await server.get(`/editor/polls?lang=${lang}`, options);
    assert.deepEqual([list.status, list.body.items[0].title], [200, title], lang);
    const json = await server.get(`/polls/p/export?format=json&lang=${lang}`, options);
    assert.deepEqual([json.status, json.body.title], [200, title], lang);
    const csv = await server.get(`/polls/p/export?format=csv&lang=${lang}`, options);
    assert.ok(csv.text.includes(isRussian(lang) ? 'Какой чай?' : 'Which tea?'), lang);
    const defined = await server.define(`/polls/p?lang=${lang}`, teaPoll);
    assert.deepEqual([defined.status, defined.body.title], [200, title], lang);
  }
});

test('regions and scripts are answered by what has most in common with them', async (t) => {
  const server = await startServer(t);
  const title = {
    'pt-BR': 'Chá (BR)',
    pt: 'Chá',
    'zh-Hant': '茶 (Hant)',
    'en-GB': 'Tea',
    iw: 'תה',
  };
  await server.define('/polls/p', { ...teaPoll, title });
  for (const [lang, wanted] of [
    ['pt-BR', 'pt-BR'],
    ['pt_PT', 'pt'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh', 'zh-Hant'],
    ['en-GB', 'en-GB'],
    ['iw', 'iw'],
  ] as const) {
    const { body } = await server.get(`/polls/p?lang=${lang}`);
    assert.deepEqual([body.lang, body.title], [wanted, title[wanted]], lang);
  }
});

test('a poll whose title lacks a language answers its other texts in it', async (t) => {
  const server = await startServer(t);
  await server.define('/polls/p', { ...teaPoll, title: { ru: 'Чай' } });
  await server.define('/polls/plain', { ...teaPoll, title: 'Чай' });
  for (const [path, lang, text] of [
    ['/polls/p', 'en', 'Which tea?'],
    ['/polls/p', 'ru_RU', 'Какой чай?'],
    ['/polls/plain', 'en_GB', 'Which tea?'],
    ['/polls/plain', 'ru-', 'Какой чай?'],
    ['/polls/plain', 'fr', 'Which tea?'],
  ] as const) {
    const { body } = await server.get(`${path}?lang=${lang}`);
    assert.deepEqual([body.title, body.questions[0].text], ['Чай', text], `${path} ${lang}`);
  }
});

test('made-up languages are answered by the same bytes, which are kept once', async (t) => {
  const server = await startServer(t);
  await definePolls(server);
  const plain = { ...teaPoll.questions[0], text: 'Which?', options: [{ id: 'a', label: 'A' }] };
  await server.define('/polls/plain', { title: 'Plain', questions: [plain] });
  const made = Array.from(
    { length: 60 },
    (_, index) => `q${String.fromCharCode(97 + (index % 26))}-x${index}`,
  );
  for (const item of ['p', 'plain']) {
    const tags = await Promise.all(
      made.map(async (lang) => (await server.get(`/polls/${item}?lang=${lang}`)).headers['etag']),
    );
    assert.equal(new Set(tags).size, 1, item);
    const poll = itemOf('poll', item);
    const widget = (await readItems(server.database, [poll])).get(poll.id);
    assert.ok(widget);
    const kept = new Set(made.map((lang) => represent(widget, 'public', 0, lang)));
    assert.equal(kept.size, 1, item);
  }
});
