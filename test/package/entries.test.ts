import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { companionFiles } from '../../.dev/source-files.mjs';
import { project } from '../support/snippets.js';

const { name, exports } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
  name: string;
  exports: Readonly<Record<string, unknown>>;
};

/** Entries that are modules; the others are files for tools. */
const entries = [
  ...Object.keys(exports)
    .filter((path) => !/\.(json|css)$|\*/.test(path))
    .map((path) => path.replace('.', name)),
  ...companionFiles.map((path) => `${name}/${path}`),
];

/** Runs in a process of its own, where no entry before it can have made what the next one needs. */
const program = (entry: string) => `
  await import(${JSON.stringify(entry)});
  console.log(['window', 'document', 'localStorage'].filter((name) => name in globalThis).join());
`;

test('all entries are looked at', () => assert.ok(entries.length >= 9, entries.join()));

for (const entry of entries) {
  test(`${entry} is imported in Node: it needs no window, makes none, and says nothing`, async () => {
    const words = ['--input-type=module', '--eval', program(entry)];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, words, { cwd: project });
    assert.deepEqual({ stdout, stderr }, { stdout: '\n', stderr: '' });
  });
}
