import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Dictionary, Message, Messages } from '../../src/data/message-types.js';
import { registry } from '../../src/data/registry.js';
import { furtherNames, shareNetworks } from '../../src/share-bar/share-bar-networks.js';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const load = (file: string) => import(pathToFileURL(join(source, file)).href) as Promise<object>;

const tables = readdirSync(source, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('-messages.ts'));
const dictionaries = (await Promise.all(tables.map(load))).map(
  (module) => Object.values(module)[0] as Dictionary,
);
const pieces = dictionaries.map(({ en }) => en ?? {});
const english: Messages = Object.assign({}, ...pieces) as Messages;

const languages = readdirSync(join(source, 'i18n')).map((file) => file.replace('.ts', ''));

/** Alike in every language, or in some by chance. */
const international = ['count', 'both', 'percent', 'vk', 'ok', 'email'];

/** A sentence may name the value in the place of the words that hold it. */
const also: Record<string, string> = { base: '{n}' };

const forms = (message: Message | undefined) =>
  typeof message === 'string' ? [message] : Object.values(message ?? {});

const placeholders = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

function faultsOfMessage(name: string, message: Message, like: Message, lang: string): string[] {
  const faults: string[] = [];
  const wanted = forms(like).map(placeholders)[0] ?? '';
  for (const text of forms(message)) {
    if (!text.trim()) faults.push(`${name} is empty`);
    if (![wanted, also[name]].includes(placeholders(text)))
      faults.push(`${name} has ${placeholders(text)} where English has ${wanted}`);
  }
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  const categories = typeof like === 'string' ? '' : [...pluralCategories].sort().join();
  const given = typeof message === 'string' ? '' : Object.keys(message).sort().join();
  if (given !== categories) faults.push(`${name} has the forms ${given}, not ${categories}`);
  if (!international.includes(name) && forms(message).join() === forms(like).join())
    faults.push(`${name} is English`);
  return faults;
}

/** What a table lacks, has too much, or says in another way than English does. */
function faultsOf(table: Messages, lang: string): string[] {
  const superfluous = Object.keys(table).filter((name) => !(name in english));
  return [
    ...superfluous.map((name) => `${name} is no sentence`),
    ...Object.entries(english).flatMap(([name, like]) => {
      const message = table[name];
      return message ? faultsOfMessage(name, message, like, lang) : [`${name} is missing`];
    }),
  ];
}

test('every sentence has a name of its own, so that one table can hold them all', () => {
  const names = pieces.flatMap(Object.keys);
  assert.equal(new Set(names).size, names.length);
  assert.ok(names.length > 90);
  assert.deepEqual(languages, ['de', 'es', 'fr', 'uk']);
});

for (const lang of languages) {
  const { messages: table } = (await load(`i18n/${lang}.ts`)) as { messages: Messages };

  test(`${lang}: the table says everything that English says, with the same values`, () => {
    assert.deepEqual(faultsOf(table, lang), []);
  });

  test(`${lang}: importing the table supplies it`, () => {
    assert.deepEqual(registry.messages[lang], table);
  });

  test(`${lang}: the share bar is given networks that exist`, () => {
    const known = shareNetworks.map(({ id }) => id);
    const named = String(table['networks']).split(' ');
    assert.deepEqual(
      named.filter((name) => !known.includes(name) && !furtherNames.test(name)),
      [],
    );
  });

  test(`${lang}: what is wrong with a table is told`, () => {
    const { retry, ...rest } = table;
    const few = { votes: { one: '{n}', other: '{n}' }, voters: '{n}' };
    const wrong = { ...rest, ...few, more: english['more'] ?? '', tab: retry ?? '', extra: 'x' };
    const told = faultsOf(wrong, lang).map((fault) => fault.split(' ').slice(0, 2).join(' '));
    const expected = ['extra is', 'more is', 'retry is', 'tab has', 'voters has'];
    // German has no more than these two forms.
    if (lang !== 'de') expected.push('votes has');
    assert.deepEqual(told.sort(), expected.sort());
  });
}
