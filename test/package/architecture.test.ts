import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('.github/ARCHITECTURE.md', root), 'utf8');

/** Paths in the running text: a file or a folder from the top of the project. */
const named = [...page.matchAll(/`((?:src|demo|test|\.dev)\/[^`*]+?)`/g)].map(
  ([, path]) => path ?? '',
);

test('every file that ARCHITECTURE names is there', () => {
  assert.ok(named.length > 30, `only ${named.length} paths found`);
  const missing = named.filter((path) => !existsSync(fileURLToPath(new URL(path, root))));
  assert.deepEqual(missing, []);
});

test('every folder of src and of the server stands in the tree of ARCHITECTURE', () => {
  const tree = page.split('```')[1] ?? '';
  for (const parent of ['src', 'demo/server']) {
    const entries = readdirSync(new URL(parent, root), { withFileTypes: true });
    for (const entry of entries.filter((one) => one.isDirectory()))
      assert.match(tree, new RegExp(`(^|\\s)${entry.name}/`), `${parent}/${entry.name}`);
  }
});
