/** Checks the typings of the package as it is packed, from what is built already: `npm pack` alone would build it again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { companionFiles } from './source-files.mjs';

const folder = mkdtempSync(join(tmpdir(), 'riac-pack-'));

function run(command, ...words) {
  const options = { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' };
  const { status } = spawnSync(command, words, options);
  if (status !== 0) process.exit(status ?? 1);
}

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
run('npm', 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
const [file = ''] = readdirSync(folder);
run(
  'attw',
  join(folder, file),
  '--profile',
  'esm-only',
  '--exclude-entrypoints',
  'riac-widgets.css',
  // Of a pattern in the exports it knows no file by itself.
  '--include-entrypoints',
  ...companionFiles,
);
