import { replacedFolder } from '../database/dated-names.js';
import { latestStep } from '../database/migrations.js';
import { recount, type Recount } from '../database/recount.js';
import type { Environment, Storage } from '../host/environment.js';
import { fill, type Fill } from './fill.js';
import { BackupFault, type Progress, type Start } from './format.js';
import { readStart } from './read-backup.js';
import { replaceSqlite } from './replace-sqlite.js';
import { keepSecrets, requireSecretOf } from './secrets.js';

export interface Restored {
  readonly start: Start;
  readonly recount: Recount;
  /** Where the former data is: a folder or a table prefix. `undefined` if there was none. */
  readonly former: string | undefined;
}

/**
 * Replaces the content of a database with a backup, and recounts it. Throws `BackupFault` and changes
 * nothing when the backup is incomplete, needs another secret or a newer server, or when a server uses
 * the database.
 */
export async function restore(
  file: string,
  storage: Storage,
  environment: Environment,
  progress: Progress,
): Promise<Restored> {
  const { dataFolder, databaseUrl } = storage;
  const start = await readStart(file);
  const { step } = start;
  if (step > latestStep) {
    throw new BackupFault(
      `${file} was made by a newer server: its schema is ${step}, this one knows ${latestStep}.`,
    );
  }
  requireSecretOf(start, environment, dataFolder);
  let counted: Recount = { ballots: 0, differences: [] };
  const fillAndCount: Fill = async (query, dialect) => {
    await fill(query, dialect, { file, step, progress });
    counted = await recount({ view: (work) => work(query) });
  };
  const keep = (aside: string) => keepSecrets(start, dataFolder, aside);
  let former: string | undefined;
  if (databaseUrl) {
    const { replacePostgres } = await import('./replace-postgres.js');
    former = await replacePostgres(databaseUrl, fillAndCount);
    keep(replacedFolder(dataFolder));
  } else {
    former = await replaceSqlite(dataFolder, fillAndCount, keep);
  }
  return { start, recount: counted, former };
}
