import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Other people's widgets, installed by the benchmark alone: no dependency of this package. */
export const versions = {
  '@awesome.me/webawesome': '3.14.0',
  '@emotion/react': '11.14.0',
  '@emotion/styled': '11.14.1',
  '@mui/material': '9.5.0',
  '@shoelace-style/shoelace': '2.20.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
  shareon: '2.8.1',
  shariff: '3.3.0',
  'survey-core': '2.5.38',
  'survey-js-ui': '2.5.38',
};

/** Installs them beside the build cache, once a list of versions. @returns the folder. */
export async function installRivals() {
  const folder = join(project, 'node_modules', '.cache', 'riac-bench');
  const manifest = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const file = join(folder, 'package.json');
  const done = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(done) && readFileSync(file, 'utf8') === manifest) return folder;
  console.log('Installing the widgets to compare with …');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, manifest);
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  return folder;
}
