// The program behind `npm run recount`.
import { existsSync } from 'node:fs';
import { openDatabase } from './database/open-database.js';
import { sqliteFile } from './database/sqlite-driver.js';
import { recount } from './database/recount.js';
import { readStorage } from './host/environment.js';

/** Compares all counters with the ballots. Prints a line for each difference; returns 1 if any, else 0. */
async function main(): Promise<number> {
  const { dataFolder, databaseUrl } = readStorage(process.env);
  const file = sqliteFile(dataFolder);
  // `openDatabase` would create an empty database, which has no differences.
  if (!databaseUrl && !existsSync(file)) throw new Error(`${file} is not there. Set DATA_DIR.`);
  const database = await openDatabase(dataFolder, databaseUrl);
  const { ballots, differences } = await recount(database).finally(() => database.close());
  for (const { id, counter, stored, ballots: counted } of differences) {
    console.info(`${id} ${counter}: counter ${stored}, ballots ${counted}`);
  }
  console.info(`${ballots} ballots counted, ${differences.length} counters differ`);
  return differences.length ? 1 : 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});
