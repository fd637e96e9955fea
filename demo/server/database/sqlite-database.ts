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

/**
 * Returns a function that runs SQL on a connection. Values replace `$1`, `$2`; an array becomes JSON.
 * Only statements that begin with `select` or `with` return rows. The function prepares each text once
 * and caches it, which is safe for the few dozen texts of the server.
 */
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

/** Begins a transaction. While another connection writes, it waits without blocking the thread. */
const begin = (connection: SqliteConnection, statement: string) =>
  retry(
    () => connection.exec(statement),
    (error) => (isBusy(error) ? 20 : undefined),
  );

/** Empties the WAL. Tries 100 times, 20 ms apart, since no connection may read or write meanwhile. */
async function tryToEmptyLog(connection: SqliteConnection): Promise<void> {
  const checkpoint = connection.prepare('pragma wal_checkpoint(truncate)');
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = checkpoint.all() as { busy: number }[];
    if (!row?.busy) return;
    await pause(20);
  }
}

/**
 * Transactions for editors and consistent reads, on a connection of their own, so that readers do not
 * see unfinished changes. They run one after another, since a connection has one transaction at a time.
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
    // If it cannot be emptied, the WAL stays. SQLite reads the same data from it.
    const turn = last.then(() => tryToEmptyLog(connection)).catch(() => undefined);
    last = turn;
    return turn;
  };
  return { transaction: inTurn(writing), view: inTurn('begin'), emptyLog, ended: async () => last };
}

/**
 * Creates an empty database under another name and then renames it. SQLite writes the first page of a
 * new file with a rollback journal, so a kill could leave that journal beside the real file.
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
 * Prepares the database file of a folder that no other process uses. Returns true when somebody has
 * replaced the file since the last run. Throws when it cannot tell, when a rollback journal lies beside
 * the file, or when this user may not read and write it.
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
  // This error names the file; SQLite's own does not.
  accessSync(file, constants.R_OK | constants.W_OK);
  await markAnew(file);
  return Boolean(log);
}

/** Copies the WAL into the file, unless a second server process on the same folder still uses it. */
function emptyLogAtEnd(connection: SqliteConnection): void {
  try {
    connection.exec('pragma busy_timeout = 200');
    connection.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // The WAL stays. Another process uses it, or the next start reads it.
  }
}

/**
 * Opens the SQLite database of a folder. Creates folder and database if they are missing, and runs the
 * missing migrations. Two server processes may share a folder on one machine. Throws while a restore
 * runs.
 * @param tell - Gets a message for the operator when the WAL of another file was moved away.
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
    // SQLite sends no notifications. A second server process on this folder sees votes of the first one
    // within about a second, because cached items expire and the hub polls the change counts.
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
