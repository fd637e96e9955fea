import { randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { giveToOwner, syncFolder } from '../host/data-files.js';
import { replacedFolder } from '../database/dated-names.js';
import { sqliteDialect } from '../database/migrations.js';
import { queryOf } from '../database/sqlite-database.js';
import { newConnection, sqliteFile } from '../database/sqlite-driver.js';
import { unfinishedRestore, lockAlone } from '../database/sqlite-folder-lock.js';
import type { Fill } from './fill.js';
import { BackupFault } from './format.js';
import { copySecrets } from './secrets.js';

const draftName = 'restoring.sqlite';

/**
 * Switches the draft to WAL mode. A kill at this point leaves a journal beside the draft only, not
 * beside the database: see `markAnew`. It opens a new connection, since one that has run queries may
 * close its file late.
 */
async function switchToLog(draft: string): Promise<void> {
  const connection = await newConnection(draft);
  connection.exec('pragma journal_mode = wal');
  connection.close();
}

/**
 * Writes the restored data to a new file beside the present one and flushes it to disk. Throws
 * `BackupFault` when SQLite's integrity check of the new file fails.
 */
async function writeDraft(draft: string, fill: Fill): Promise<void> {
  closeSync(openSync(draft, 'w', 0o600));
  const connection = await newConnection(draft);
  const query = queryOf(connection);
  connection.exec('pragma cache_size = -32000');
  connection.exec('create table migration (step integer primary key)');
  connection.exec('begin immediate');
  await fill(query, sqliteDialect);
  // The random mark differs from the mark in any WAL that another database left here.
  connection.exec(`pragma user_version = ${randomInt(1, 2 ** 30)}`);
  connection.exec('commit');
  const faults = await query('select integrity_check as fault from pragma_integrity_check limit 2');
  connection.close();
  if (JSON.stringify(faults) !== '[{"fault":"ok"}]') {
    throw new BackupFault(`${draft} was not written well. Is the disk sound?`);
  }
  await switchToLog(draft);
  const written = openSync(draft, 'r');
  fsyncSync(written);
  closeSync(written);
}

/**
 * Moves the present database and its WAL to the folder `aside`, with copies of the secrets, so that
 * `aside` works as a data folder. Returns `aside`, or `undefined` when there is no database.
 */
function moveAside(folder: string, aside: string): string | undefined {
  const name = basename(sqliteFile(folder));
  const present = readdirSync(folder).filter((file) => file.startsWith(name));
  if (!present.length) return;
  mkdirSync(aside, { mode: 0o700 });
  giveToOwner(aside, folder);
  copySecrets(folder, aside);
  for (const file of present) renameSync(join(folder, file), join(aside, file));
  syncFolder(aside);
  return aside;
}

/** Removes the draft of this restore and of earlier ones that were interrupted. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(draftName)) rmSync(join(folder, name));
  }
}

/**
 * Replaces the database of a folder. If the process dies between the moves, the next server start
 * refuses the folder and asks for the restore to run again. Returns the folder with the former files,
 * or `undefined` when there were none. Throws `BackupFault` while a server uses the folder.
 * @param keepSecrets - Stores the secrets of the backup; gets the folder for the former ones.
 */
export async function replaceSqlite(
  folder: string,
  fill: Fill,
  keepSecrets: (aside: string) => void,
): Promise<string | undefined> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const leave = await lockAlone(folder);
  if (!leave) throw new BackupFault(`${folder} is in use. Stop the server first.`);
  const draft = join(folder, draftName);
  try {
    removeDrafts(folder);
    await writeDraft(draft, fill);
    giveToOwner(draft, folder);
    const unfinished = unfinishedRestore(folder);
    writeFileSync(unfinished, '', { flush: true });
    giveToOwner(unfinished, folder);
    syncFolder(folder);
    const aside = replacedFolder(folder);
    const former = moveAside(folder, aside);
    renameSync(draft, sqliteFile(folder));
    keepSecrets(aside);
    syncFolder(folder);
    rmSync(unfinished);
    return former ?? (existsSync(aside) ? aside : undefined);
  } finally {
    removeDrafts(folder);
    leave();
  }
}
