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
 * Gives a draft the mode of the server, here, where a kill leaves nothing beside the file that
 * matters: see `markAnew`. By a connection that has run no query: others may close later.
 */
async function switchToLog(draft: string): Promise<void> {
  const connection = await newConnection(draft);
  connection.exec('pragma journal_mode = wal');
  connection.close();
}

/** Writes a database file of its own, beside the present one, and brings it to the disk. */
async function writeDraft(draft: string, fill: Fill): Promise<void> {
  closeSync(openSync(draft, 'w', 0o600));
  const connection = await newConnection(draft);
  const query = queryOf(connection);
  connection.exec('pragma cache_size = -32000');
  connection.exec('create table migration (step integer primary key)');
  connection.exec('begin immediate');
  await fill(query, sqliteDialect);
  // No log of another file fits this one.
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

/** Moves the present database, its log too, to a data folder of its own, with copies of the secrets. */
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

/** Removes what this or an earlier restore has begun to write. */
function removeDrafts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(draftName)) rmSync(join(folder, name));
  }
}

/**
 * Puts a new database in the place of the one in a folder, all or nothing: when it is cut off between
 * the moves, the server says so at its start, and the restore can be run again. Answers where the
 * former files are.
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
