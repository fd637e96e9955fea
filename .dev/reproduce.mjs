/**
 * Builds the project twice and compares the SHA-384 of every file of the package and the site. The two
 * builds have folders of different depth, and different time zones and locales. `npm run reproduce` exits
 * with 1 when a file differs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const left = /^(node_modules|dist|\.git|\.data|demo\/build|test\/(?!conformance).+)(\/|$)/;
const made = ['dist', 'demo/build/site', 'custom-elements.json'];

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

/** Copies the sources to a folder, so that edits during the run do not matter. Links node_modules. */
function copy(folder) {
  const filter = (path) => !left.test(relative(root, path).replaceAll('\\', '/'));
  cpSync(root, folder, { recursive: true, filter });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Builds in a folder. Returns a map from the path of each output file to its SHA-384 in base64. */
function build(folder, env) {
  const options = {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  };
  execFileSync('npm', ['run', '--silent', 'build'], options);
  const results = filesIn(folder)
    .map((path) => relative(folder, path).replaceAll('\\', '/'))
    .filter((path) => made.some((name) => path === name || path.startsWith(`${name}/`)));
  return new Map(
    results.map((path) => [
      path,
      createHash('sha384')
        .update(readFileSync(join(folder, path)))
        .digest('base64'),
    ]),
  );
}

const place = mkdtempSync(join(tmpdir(), 'riac-twice-'));
try {
  const shallow = join(place, 'first');
  const deep = join(place, 'one', 'more', 'folder');
  mkdirSync(deep, { recursive: true });
  for (const folder of [shallow, deep]) copy(folder);
  const first = build(shallow, { TZ: 'UTC', LC_ALL: 'C' });
  const second = build(deep, { TZ: 'Pacific/Auckland', LC_ALL: 'C.UTF-8' });
  const names = [...new Set([...first.keys(), ...second.keys()])].sort();
  const different = names.filter((name) => first.get(name) !== second.get(name));
  for (const name of names) console.log(`sha384-${first.get(name)}  ${name}`);
  for (const name of different) console.error(`${name} differs`);
  console.log(`${names.length} files built twice, ${different.length} of them different`);
  if (different.length || names.length < 50) process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
