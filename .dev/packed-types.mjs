/**
 * Packs the package and checks its types with "Are the types wrong?". It packs the present build:
 * `--ignore-scripts` keeps `npm pack` from building again.
 */
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
  // The tool does not expand patterns in `exports`, so it needs the names of these files.
  '--include-entrypoints',
  ...companionFiles,
);
