import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveToOwner } from '../host/data-files.js';
import type { Database, Query, Value } from '../items/database.js';
import { migrate, sqliteDialect } from './migrations.js';
import { raiseVersions } from './raise-versions.js';
import { retry } from './retry.js';
import {
  connectSqlite,
  isBusy,
  newConnection,
  rollBack,
  sqliteFault,
  sqliteFile,
  type SqliteConnection,
  type SqliteStatement,
} from './sqlite-driver.js';
import { requireNoJournal } from './sqlite-rollback-journal.js';
import { moveForeignWalAside } from './sqlite-wal.js';
import { beginWal, markAnew, writeMarker } from './sqlite-write-mark.js';
import { lockShared } from './sqlite-folder-lock.js';
import { SqliteWriterThread } from './sqlite-writer-thread.js';

/** Runs statements on a connection. Each text is prepared once; there are a few dozen. */
export function queryOf(connection: SqliteConnection): Query {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const statement = connection.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
    statements.set(text, statement);
    return statement;
  };
  return async <Row>(text: string, values: readonly Value[] = []) => {
    const plain = values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));
    const statement = prepare(text);
    if (/^\s*(select|with)/i.test(text)) return statement.all(...plain) as Row[];
    statement.run(...plain);
    return [];
  };
}

const writing = 'begin immediate';

/** Begins a transaction. While another process holds the lock, it waits without blocking the thread. */
const begin = (connection: SqliteConnection, statement: string) =>
  retry(
    () => connection.exec(statement),
    (error) => (isBusy(error) ? 20 : undefined),
  );

/** Looks a hundred times for a moment in which nobody reads or writes, and empties the log then. */
async function tryToEmptyLog(connection: SqliteConnection): Promise<void> {
  const checkpoint = connection.prepare('pragma wal_checkpoint(truncate)');
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = checkpoint.all() as { busy: number }[];
    if (!row?.busy) return;
    await pause(20);
  }
}

/**
 * Transactions of editors. Their own connection hides unfinished ones from readers. They run one after
 * another, since a connection has one transaction at a time.
 */
function transactionsOf(connection: SqliteConnection) {
  const query = queryOf(connection);
  const mark = writeMarker(connection);
  let last: Promise<unknown> = Promise.resolve();
  const run = async <Result>(start: string, work: (query: Query) => Promise<Result>) => {
    try {
      await begin(connection, start);
      const result = await work(query);
      if (start === writing) mark();
      connection.exec('commit');
      return result;
    } catch (error) {
      rollBack(connection);
      throw sqliteFault(error);
    }
  };
  const inTurn =
    (start: string): Database['transaction'] =>
    (work) => {
      const turn = last.then(() => run(start, work));
      last = turn.catch(() => undefined);
      return turn;
    };
  const emptyLog = () => {
    // A log that cannot be emptied stays: nothing is lost.
    const turn = last.then(() => tryToEmptyLog(connection)).catch(() => undefined);
    last = turn;
    return turn;
  };
  return { transaction: inTurn(writing), view: inTurn('begin'), emptyLog, ended: async () => last };
}

/**
 * Makes an empty database under another name and then renames it. SQLite writes the first page with a
 * rollback journal, and a kill would leave that journal beside the file.
 */
async function makeFile(file: string): Promise<void> {
  const draft = `${file}.new`;
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  // SQLite gives the WAL the permissions of the file.
  closeSync(openSync(draft, 'a', 0o600));
  const connection = await newConnection(draft);
  connection.exec('pragma journal_mode = wal');
  connection.exec('pragma user_version = 1');
  connection.close();
  giveToOwner(draft, join(file, '..'));
  renameSync(draft, file);
}

/**
 * Prepares the file of a folder that no other process uses. Returns true when somebody has put another
 * file in its place since the last run. Throws where it cannot tell.
 */
async function readyFile(file: string, tell: (line: string) => void): Promise<boolean> {
  requireNoJournal(file);
  const log = moveForeignWalAside(file);
  if (log) {
    tell(
      `${file} was replaced while a log of the former file lay beside it. ` +
        `That log is not replayed; it is kept as ${log}.`,
    );
  }
  if (!existsSync(file) || !statSync(file).size) await makeFile(file);
  // The error of SQLite would not name the file.
  accessSync(file, constants.R_OK | constants.W_OK);
  await markAnew(file);
  return Boolean(log);
}

/** Copies the WAL into the file, as far as other processes allow. */
function emptyLogAtEnd(connection: SqliteConnection): void {
  try {
    connection.exec('pragma busy_timeout = 200');
    connection.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // The WAL stays, and the next start reads it.
  }
}

/**
 * Opens the embedded database in a folder and makes the folder when it is missing.
 * @param tell - Gets a line for an operator when the WAL of another file was moved away.
 */
export async function openSqlite(folder: string, tell = console.warn): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = sqliteFile(folder);
  let replaced = false;
  const leave = await lockShared(folder, async () => {
    replaced = await readyFile(file, tell);
  });
  const connection = await connectSqlite(file);
  const editing = await connectSqlite(file);
  editing.exec('pragma busy_timeout = 0');
  const { transaction, view, emptyLog, ended } = transactionsOf(editing);
  beginWal(connection);
  connection.exec('create table if not exists migration (step integer primary key)');
  await transaction(async (query) => {
    await migrate(query, sqliteDialect);
    if (replaced) await raiseVersions(query);
  });
  const writer = new SqliteWriterThread(file);
  return {
    engine: 'sqlite',
    query: queryOf(connection),
    transaction,
    view,
    isAmong: (expression, position) =>
      `${expression} in (select value from json_each($${position}))`,
    lockRows: '',
    cast: (votes) => writer.cast(votes),
    // Another process's writes to this file show once a cached item is a second old.
    onChange: () => undefined,
    announce: async () => undefined,
    emptyLog,
    close: async () => {
      await writer.close();
      await ended();
      editing.close();
      emptyLogAtEnd(connection);
      connection.close();
      leave();
    },
  };
}
