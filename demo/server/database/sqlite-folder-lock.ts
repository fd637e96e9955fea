import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner } from '../host/data-files.js';
import { retry } from './retry.js';
import { isBusy, newConnection, rollBack, type SqliteConnection } from './sqlite-driver.js';

/**
 * Opens the lock file of a data folder. It is an empty SQLite database, on which each process that uses
 * the folder holds a lock. SQLite's locks work on every file system that the database works on, and the
 * system drops them when the process dies.
 */
async function lockOf(folder: string): Promise<SqliteConnection> {
  const file = join(folder, 'in-use');
  closeSync(openSync(file, 'a', 0o600));
  giveToOwner(file, folder);
  const lock = await newConnection(file);
  lock.exec('pragma busy_timeout = 0');
  return lock;
}

/** Takes the exclusive lock without waiting. Returns false while another process holds a lock. */
function tryAlone(lock: SqliteConnection): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

/** Takes the shared lock. Throws a busy error while another process holds the exclusive one. */
function share(lock: SqliteConnection): void {
  try {
    lock.exec('begin');
    // SQLite takes the lock with the first read, not with `begin`.
    lock.exec('select count(*) from sqlite_master');
  } catch (error) {
    rollBack(lock);
    throw error;
  }
}

/** Path of a marker file that exists while a restore moves files in the folder. */
export const unfinishedRestore = (folder: string) => join(folder, 'restore-unfinished');

/** Releases the lock. */
export type Release = () => void;

function leaver(lock: SqliteConnection): Release {
  return () => {
    rollBack(lock);
    lock.close();
  };
}

/**
 * Takes a shared lock on a folder, so that several servers can use it and a restore cannot. Throws when
 * a restore runs or was interrupted.
 * @param first - Runs under the exclusive lock if no other process uses the folder.
 */
export async function lockShared(folder: string, first: () => Promise<void>): Promise<Release> {
  const lock = await lockOf(folder);
  const leave = leaver(lock);
  try {
    if (tryAlone(lock)) {
      if (existsSync(unfinishedRestore(folder))) {
        throw new Error(`A restore into ${folder} was cut off. Run it again.`);
      }
      await first();
      rollBack(lock);
    }
    await retry(
      () => share(lock),
      (error) => (isBusy(error) ? 50 : undefined),
    );
  } catch (error) {
    leave();
    if (!isBusy(error)) throw error;
    throw new Error(`${folder} is being restored. Start again when that has ended.`, {
      cause: error,
    });
  }
  return leave;
}

/** Takes the exclusive lock on a folder, or returns `undefined` while another process uses it. */
export async function lockAlone(folder: string): Promise<Release | undefined> {
  const lock = await lockOf(folder);
  const leave = leaver(lock);
  if (tryAlone(lock)) return leave;
  leave();
  return undefined;
}
