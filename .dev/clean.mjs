/** Deletes the output of earlier builds, so that npm and the server find no files with outdated names. */
import { rmSync } from 'node:fs';

for (const folder of ['dist', 'demo/build']) {
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
}
