// The server as it is built, for tests that start many processes: each starts in a fraction of the time.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildServer, serverPrograms } from '../../../.dev/server.mjs';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds all programs into a folder of this process, which is gone when it ends; answers the folder. */
export async function buildForTests() {
  const folder = `demo/build/server-of-test-${process.pid}`;
  process.once('exit', () => rmSync(join(project, folder), { recursive: true, force: true }));
  await buildServer(serverPrograms, folder);
  return folder;
}
