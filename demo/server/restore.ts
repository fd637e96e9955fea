// The program behind `npm run restore`.
import { accessSync, constants, statSync } from 'node:fs';
import { BackupFault } from './backup/format.js';
import { restore } from './backup/restore.js';
import { printProgress, runCommand } from './command.js';
import { readStorage } from './host/environment.js';

const usage = `Usage: npm run restore -- <file>

Puts a file that "npm run backup" has written in the place of what is there; what is there
moves aside and is kept. Stop the server first. Set DATA_DIR, DATABASE_URL and SECRET as for
the server. Ends with 0 when all is there, with 1 when counters differ from the ballots,
and else with 2: then nothing was changed.`;

/** Restores a backup, prints one line on the result, and returns 1 if counters differ, else 0. */
async function bringBack(file: string): Promise<number> {
  accessSync(file, constants.R_OK);
  if (statSync(file).isDirectory())
    throw new BackupFault(`${file} is a folder. Name a file in it.`);
  const storage = readStorage(process.env);
  const restored = await restore(file, storage, process.env, printProgress('restored'));
  const { start, former, recount } = restored;
  const kept = former ? `; what was there before is in ${former}` : '';
  console.info(
    `${file} of ${start.made} restored: ${recount.ballots} ballots counted, ` +
      `${recount.differences.length} counters differ${kept}`,
  );
  return recount.differences.length ? 1 : 0;
}

await runCommand(usage, bringBack);
