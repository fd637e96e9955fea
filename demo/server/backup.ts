import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

const named = (target: string) =>
  existsSync(target) && statSync(target).isDirectory()
    ? join(target, `riac_${dated(new Date())}.backup`)
    : target;

/** Writes a backup and says in one line what it holds. */
async function backUp(target: string): Promise<number> {
  const { dataFolder, databaseUrl } = readStorage(process.env);
  const data = sqliteFile(dataFolder);
  if (!databaseUrl && !existsSync(data)) throw new Error(`${data} is not there. Set DATA_DIR.`);
  const { plain, ...secrets } = secretsToKeep(process.env, dataFolder);
  const database = await openDatabase(dataFolder, databaseUrl);
  try {
    await requireSameSecret(database, plain);
    const file = named(target);
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
