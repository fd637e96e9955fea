import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

const read = (folder: string) =>
  readdirSync(join(source, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(source, folder, name), 'utf8'))
    .join('\n');

const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();

const inside = readFileSync(join(source, 'element', 'inside.ts'), 'utf8');

for (const widget of ['star-rating', 'share-bar', 'poll']) {
  const code = read(widget);

  test(`${widget}: every custom property that is read is documented, and no other`, () => {
    const used = found(read('element') + code, /var\(--(riac-[a-z-]+)/g);
    assert.deepEqual(found(code, /@cssprop \[--(riac-[a-z-]+)\]/g), used);
  });

  test(`${widget}: every custom state that is documented is one that widgets set`, () => {
    const states = found(/const states = \{([^}]*)\}/.exec(inside)?.[1] ?? '', /^\s*(\w+)[:,]/gm);
    const documented = found(code, /@cssstate (\w+)/g);
    assert.ok(code.includes('setStates('));
    assert.equal(states.length, 5);
    // Nobody votes in a share bar: it is never pending or closed.
    assert.deepEqual(documented, widget === 'share-bar' ? ['error', 'loading'] : states);
  });
}
