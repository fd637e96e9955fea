import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { project } from '../support/snippets.js';

/** A copy of all that the build of the package reads, with one file more. */
const copy = mkdtempSync(join(tmpdir(), 'riac-language-'));
after(() => rmSync(copy, { recursive: true, force: true }));
for (const name of ['package.json', 'rollup.config.mjs', 'tsconfig.json', 'src', '.dev'])
  cpSync(join(project, name), join(copy, name), { recursive: true });
symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'), 'junction');
const german = readFileSync(join(project, 'src/i18n/de.ts'), 'utf8');
writeFileSync(
  join(copy, 'src/i18n/de-AT.ts'),
  german.replace("registerMessages('de'", "registerMessages('de-AT'"),
);

function run(program: string): string {
  const file = join(copy, 'program.mjs');
  writeFileSync(file, program);
  return execFileSync(process.execPath, [file], { cwd: copy, encoding: 'utf8' });
}

// A region's language beside that of its country's neighbour: neither is a part of the other.
test('a new language is one file: it is built, has types, and is an entry of the package', () => {
  run(`
    import { rollup } from 'rollup';
    import configs from './rollup.config.mjs';
    for (const { output, ...input } of configs.filter(({ input }) => input === 'src/i18n/de-AT.ts'))
      await (await rollup(input)).write(output);
  `);
  const answer = run(`
    import configs from './rollup.config.mjs';
    const { messages } = await import('riac-widgets/i18n/de-AT');
    const typed = configs.filter(({ output }) => output.dir === 'dist/types');
    console.log(JSON.stringify({ retry: messages.retry, types: typed[0].input['i18n/de-AT'] }));
  `);
  assert.deepEqual(JSON.parse(answer), {
    retry: 'Erneut versuchen',
    types: 'src/i18n/de-AT.ts',
  });
});

test('no build file and no package test names the languages one by one', () => {
  const filesIn = (folder: string) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(m?js|ts)$/.test(name))
      .map((name) => join(folder, name));
  const files = ['package.json', 'rollup.config.mjs', '.size-limit.json', ...filesIn('.dev')];
  assert.ok(files.length > 20);
  for (const file of files)
    assert.doesNotMatch(readFileSync(join(project, file), 'utf8'), /i18n\/(de|es|fr|uk)\b/, file);
});
