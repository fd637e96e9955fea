/**
 * Makes a checkout ready for `npm start` and `npm test`. It installs packages if some are missing, and
 * builds if a source is newer than the build. A second run does nothing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [
  'src',
  'demo',
  '.dev/site',
  '.dev/release-files.mjs',
  '.dev/packaged-manifest.mjs',
  'custom-elements-manifest.config.mjs',
  '.dev/server.mjs',
  'package.json',
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.json',
];
const results = [
  'dist/riac-widgets.js',
  'demo/build/server/main.js',
  'demo/build/site/index.html',
  'dist/integrity.json',
  'custom-elements.json',
];

function run(command, args) {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (status !== 0) process.exit(status ?? 1);
}

function changedAt(path) {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return statSync(full).mtimeMs;
  const names = readdirSync(full).filter(
    (name) => !/^(build|node_modules)$/.test(name) && !name.startsWith('.'),
  );
  return Math.max(0, ...names.map((name) => changedAt(join(path, name))));
}

/**
 * True if the installed versions equal package-lock.json. npm writes them to
 * node_modules/.package-lock.json at the end of an install.
 */
function installed() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(marker)) return false;
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = versions(marker);
  return Object.entries(versions(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      path === '' || optional || present[path]?.version === version,
  );
}

function built() {
  if (!results.every((path) => existsSync(join(root, path)))) return false;
  return Math.min(...results.map(changedAt)) >= Math.max(...sources.map(changedAt));
}

if (!installed()) {
  console.log('Installing the packages of package-lock.json …');
  run('npm', ['ci', '--no-fund', '--no-audit']);
}
if (!built()) {
  console.log('Building …');
  run('npm', ['run', '--silent', 'build']);
}
