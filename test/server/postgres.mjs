// Runs the server tests on a real PostgreSQL: node test/server/postgres.mjs [part of a name …]
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './support/postgres.mjs';

const runner = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node.mjs');

const postgres = await startPostgres().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const env = { ...process.env, TEST_DATABASE_URL: postgres.url };
const run = spawn(process.execPath, [runner, ...process.argv.slice(2)], { env, stdio: 'inherit' });
run.on('exit', async (code) => {
  await postgres.stop();
  process.exit(code ?? 1);
});
