import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Cells of the rows below a heading of a table. */
function rowsOf(text: string, heading: string): string[][] {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${heading} `));
  assert.notEqual(head, -1, `a table of ${heading}`);
  const rest = lines.slice(head + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const page = read('demo/site/docs/en/browsers.md');
const engines = rowsOf(page, 'Engine');
const features = rowsOf(page, 'Feature');

/** How each feature shows in the built file. */
const signs: Record<string, string> = {
  '`:state()`': '.states',
  '`light-dark()`': 'light-dark(',
  '`Intl.Segmenter`': 'Intl.Segmenter',
  '`color-mix()`': 'color-mix(',
  '`new CSSStyleSheet()`': 'new CSSStyleSheet',
  '`(?<=…)` in a regular expression': '(?<=',
};

test('the features that decide about browsers are in the bundle', () => {
  const bundle = read('dist/riac-widgets.js');
  assert.deepEqual(
    features.map(([name = '']) => name),
    Object.keys(signs),
  );
  for (const [name, sign] of Object.entries(signs)) assert.ok(bundle.includes(sign), name);
});

test('each browser is named from the version that has all of them', () => {
  assert.equal(engines.length, 3);
  for (const [column, [name, from, deciding]] of engines.entries()) {
    const versions = features.map((cells) => Number(cells[column + 1]));
    const newest = Math.max(...versions);
    assert.equal(Number(from), newest, name);
    assert.equal(deciding, features[versions.indexOf(newest)]?.[0], name);
  }
});

test('the README names the same versions', () => {
  const [chrome, firefox, safari] = engines.map(([, from]) => from);
  assert.ok(
    read('README.md').includes(`Chrome and Edge ${chrome}, Firefox ${firefox}, Safari ${safari}`),
  );
});
