import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { acceptedStyle, cleanText } from '../../demo/site/configure/accept.js';
import { readAddress, writeAddress } from '../../demo/site/configure/address.js';
import { type Configuration, newConfiguration } from '../../demo/site/configure/configuration.js';
import type { Widget } from '../../demo/site/configure/widgets.js';
import { english } from '../../demo/site/configure/words-en.js';
import { russian, russianMeanings, russianNames } from '../../demo/site/configure/words-ru.js';
import { choiceOf } from '../support/configurations.js';

const root = new URL('../../', import.meta.url);
const load = (path: string) => import(new URL(path, root).href);

const { readOptions } = await load('.dev/site/options.mjs');
const { widgets, networks }: { widgets: Widget[]; networks: string[] } = await readOptions(
  fileURLToPath(root),
);
const endpoint = 'https://widgets.example/api/v1';
const read = (hash: string) => readAddress(hash, widgets, endpoint, () => true);

const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8')) as {
  modules: {
    declarations?: {
      tagName?: string;
      attributes?: { name: string }[];
      cssProperties?: { name: string }[];
    }[];
  }[];
};
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);

const namesOf = (entries: readonly { name: string }[] = []) => entries.map(({ name }) => name);

test('every attribute and custom property of the manifest can be set', () => {
  assert.equal(elements.length, 3);
  for (const { tagName, attributes, cssProperties } of elements) {
    const widget = widgets.find(({ tag }) => tag === tagName);
    assert.deepEqual(namesOf(widget?.attributes), namesOf(attributes), tagName);
    assert.deepEqual(namesOf(widget?.styles), namesOf(cssProperties), tagName);
  }
});

test('what an attribute takes is read from its type and its description', () => {
  const kinds = (widget: string) =>
    Object.fromEntries(
      (widgets.find(({ name }) => name === widget)?.attributes ?? []).map(
        ({ name, kind, words, least, most }) => [name, words ?? (most ? [least, most] : kind)],
      ),
    );
  const rating = kinds('star-rating');
  assert.deepEqual(rating['max'], [1, 10]);
  assert.deepEqual(rating['size'], ['s', 'm', 'l']);
  assert.equal(rating['histogram'], 'switch');
  assert.deepEqual(kinds('share-bar')['native'], ['auto', 'always', 'never']);
  assert.equal(kinds('share-bar')['max-visible'], 'number');
  assert.deepEqual(kinds('poll')['show'], ['both', 'percent', 'count']);
  assert.equal(kinds('poll')['item'], 'text');
  assert.ok(networks.includes('telegram') && networks.includes('vk'));
});

test('every option has a name and a meaning in Russian, and every sentence a translation', () => {
  const options = widgets.flatMap(({ attributes, styles }) => [...attributes, ...styles]);
  for (const { name } of options) {
    assert.match(russianNames[name] ?? '', /\S/, `name of ${name}`);
    assert.match(russianMeanings[name] ?? '', /[а-я]/i, `meaning of ${name}`);
  }
  assert.deepEqual(Object.keys(russian), Object.keys(english));
});

for (const widget of widgets) {
  test(`${widget.name}: an address brings back any configuration`, () => {
    fc.assert(
      fc.property(choiceOf(widget, cleanText), (random) => {
        const start = newConfiguration(widget.name, endpoint);
        const options = { ...start.options, ...random.options };
        const configuration: Configuration = { ...start, options, theme: random.theme };
        assert.deepEqual(read(writeAddress(configuration, endpoint)), configuration);
      }),
      { numRuns: 300 },
    );
  });
}

test('an address from anyone sets nothing but known options to values they take', () => {
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('onclick', 'style', '__proto__', 'max', 'sort', 'item', '.tab', '.scheme'),
  );
  const pairs = fc.array(fc.tuple(key, fc.string()));
  fc.assert(
    fc.property(
      fc.string(),
      pairs,
      fc.constantFrom('poll', 'star-rating', 'x'),
      (any, all, name) => {
        for (const hash of [any, `#${name}?${new URLSearchParams(all)}`]) {
          const { widget, options, tab, view } = read(hash);
          const known = widgets.find((each) => each.name === widget);
          for (const [option, value] of Object.entries(options)) {
            const found = known?.attributes.find((each) => each.name === option);
            assert.ok(found, option);
            if (found.words && value !== '') assert.ok(found.words.includes(String(value)));
            if (found.kind === 'number' && value !== '') assert.match(String(value), /^[\d.]+$/);
          }
          assert.match(tab, /^[a-z-]+$/);
          assert.match(view.scheme, /^(auto|light|dark)$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a value that reaches beyond its place in a style sheet is refused', () => {
  const color = { kind: 'color' } as const;
  const takes = (value: string) => acceptedStyle(color, value, () => true) !== undefined;
  for (const value of ['red', '#9a2a1f', 'rgb(0 0 0 / 50%)', 'color-mix(in srgb, red 20%, blue)']) {
    assert.ok(takes(value), value);
  }
  for (const value of [
    'red; background: url(x)',
    'red} body {display: none',
    'red/*',
    'rgb(0 0 0',
    'red)',
    '</style>',
    'url("x")',
    '\\3c',
  ]) {
    assert.ok(!takes(value), value);
  }
});
