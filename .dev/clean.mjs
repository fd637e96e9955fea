/** Removes what an earlier build has left, so that no file of an old name is packed or served. */
import { rmSync } from 'node:fs';

for (const folder of ['dist', 'demo/build']) {
  rmSync(new URL(`../${folder}`, import.meta.url), { recursive: true, force: true });
}
