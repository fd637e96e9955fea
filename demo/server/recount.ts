import { openDatabase } from './database/open-database.js';
import { recount } from './editing/recount.js';
import { readSettings } from './settings.js';

/** Compares all counters with the ballots; ends with 1 and a line for each that differs. */
async function main(): Promise<number> {
  const { dataFolder, databaseUrl } = readSettings(process.env);
  const database = await openDatabase(dataFolder, databaseUrl);
  const { ballots, differences } = await recount(database);
  await database.close();
  for (const { widget, item, tally, ballots: counted } of differences) {
    console.info(`${widget} ${item}: counter ${tally}, ballots ${counted}`);
  }
  console.info(`${ballots} ballots counted, ${differences.length} counters differ`);
  return differences.length ? 1 : 0;
}

process.exitCode = await main();
