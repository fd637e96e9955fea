// The program behind `npm run backup`.
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { BackupFault } from './backup/format.js';
import { writeBackup } from './backup/write-backup.js';
import { secretsToKeep } from './backup/secrets.js';
import { printProgress, runCommand } from './command.js';
import { dated } from './database/dated-names.js';
import { openDatabase } from './database/open-database.js';
import { requireSameSecret } from './database/secret-guard.js';
import { sqliteFile } from './database/sqlite-driver.js';
import { readStorage } from './host/environment.js';

const usage = `Usage: npm run backup -- <file or folder>

Writes votes, definitions and secret to one file that only you can read, while the
server runs or not. In a folder the file is named by the moment. Set DATA_DIR, DATABASE_URL
and SECRET as for the server. Ends with 0 when the file is whole, else with 2.`;

const entryAt = (path: string) => statSync(path, { throwIfNoEntry: false });

/**
 * Returns the file to write: the path itself, or a file named by the time if the path is a folder.
 * Throws `BackupFault` when the folder is missing, and a system error when this user cannot write to it.
 */
function named(target: string): string {
  const isFolder = entryAt(target)?.isDirectory() ?? target.endsWith(sep);
  const folder = isFolder ? target : dirname(target);
  if (!entryAt(folder)?.isDirectory()) {
    throw new BackupFault(`There is no folder ${folder}. Make it first.`);
  }
  accessSync(folder, constants.W_OK | constants.X_OK);
  return isFolder ? join(target, `riac_${dated(new Date())}.backup`) : target;
}

/** Throws `BackupFault` when the database file is missing. */
function requireData(file: string): void {
  // `statSync` itself throws when this user may not search the folder.
  if (!entryAt(file)) throw new BackupFault(`${file} is not there. Set DATA_DIR.`);
}

/** Writes a backup, prints one line on its content, and returns the exit code. */
async function backUp(target: string): Promise<number> {
  const { dataFolder, databaseUrl } = readStorage(process.env);
  const file = named(target);
  if (!databaseUrl) requireData(sqliteFile(dataFolder));
  const { plain, ...secrets } = secretsToKeep(process.env, dataFolder);
  const database = await openDatabase(dataFolder, databaseUrl);
  try {
    await requireSameSecret(database, plain);
    const { rows } = await writeBackup(database, file, secrets, printProgress('written'));
    const secret = secrets.secret === null ? 'not the secret: keep SECRET yourself' : 'the secret';
    console.info(
      `${file}: ${statSync(file).size} bytes, ${rows['ballot'] ?? 0} ballots, ` +
        `${rows['widget'] ?? 0} definitions, ${secret}`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

await runCommand(usage, backUp);
