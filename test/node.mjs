// Finds and runs the tests that need no browser, or drive one themselves: node test/node.mjs [part of a file name …]
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = process.argv.slice(2);

const files = ['server', 'package', 'visits']
  .map((name) => join(project, 'test', name))
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
  .filter((name) => name.endsWith('.test.ts'))
  // What only PostgreSQL can do is run beside the rest by test/server/postgres.mjs.
  .filter((name) => process.env.TEST_DATABASE_URL || !name.includes('on-postgres'))
  .filter((name) => !wanted.length || wanted.some((part) => relative(project, name).includes(part)))
  .sort();

if (!files.length) {
  console.error(`No test file matches ${wanted.join(' ') || 'test/{server,package,visits}'}.`);
  process.exit(1);
}

const options = ['--import', './test/support/typescript.mjs', '--test', '--test-timeout=120000'];
const run = spawn(process.execPath, [...options, ...files], { cwd: project, stdio: 'inherit' });
run.on('exit', (code) => process.exit(code ?? 1));
