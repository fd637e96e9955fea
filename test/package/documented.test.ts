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

const inside = readFileSync(join(source, 'core', 'inside.ts'), 'utf8');

for (const widget of ['star-rating', 'share-bar', 'poll']) {
  const code = read(widget);

  test(`${widget}: every custom property that is read is documented, and no other`, () => {
    const used = found(read('core') + code, /var\(--(riac-[a-z-]+)/g);
    assert.deepEqual(found(code, /@cssprop \[--(riac-[a-z-]+)\]/g), used);
  });

  test(`${widget}: every custom state that is set is documented, and no other`, () => {
    const states = /const states = \{([^}]*)\}/.exec(
      code.includes('setStates(') ? inside : '',
    )?.[1];
    assert.deepEqual(found(code, /@cssstate (\w+)/g), found(states ?? '', /^\s*(\w+)[:,]/gm));
  });
}
