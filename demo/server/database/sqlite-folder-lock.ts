import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner } from '../host/data-files.js';
import { retry } from './retry.js';
import { isBusy, newConnection, rollBack, type SqliteConnection } from './sqlite-driver.js';

/**
 * Who uses a data folder holds a lock on a file of its own, which is an empty SQLite database: its
 * locks work in all places where the data itself does, and end with the process, however that ends.
 */
async function lockOf(folder: string): Promise<SqliteConnection> {
  const file = join(folder, 'in-use');
  closeSync(openSync(file, 'a', 0o600));
  giveToOwner(file, folder);
  const lock = await newConnection(file);
  lock.exec('pragma busy_timeout = 0');
  return lock;
}

function tryAlone(lock: SqliteConnection): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}

function share(lock: SqliteConnection): void {
  try {
    lock.exec('begin');
    // Only reading takes the lock.
    lock.exec('select count(*) from sqlite_master');
  } catch (error) {
    rollBack(lock);
    throw error;
  }
}

/** A file that is there while a restore moves the files of a folder. */
export const unfinishedRestore = (folder: string) => join(folder, 'restore-unfinished');

/** Ends the use of a folder. */
export type Release = () => void;

function leaver(lock: SqliteConnection): Release {
  return () => {
    rollBack(lock);
    lock.close();
  };
}

/** Uses a folder beside others; who comes first does `first` before anybody else may come in. */
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

/** Uses a folder that nobody else may use meanwhile; `undefined` while somebody does. */
export async function lockAlone(folder: string): Promise<Release | undefined> {
  const lock = await lockOf(folder);
  const leave = leaver(lock);
  if (tryAlone(lock)) return leave;
  leave();
  return undefined;
}
