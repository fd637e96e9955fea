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

/** Statements are prepared once and kept: there are a few dozen of them. */
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

/** Begins a transaction; while another process holds the file, readers are answered in between. */
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
 * The editor's transactions have a connection of their own, so that readers never see them half
 * done; one at a time, since a connection holds one transaction.
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
 * Makes an empty database whole, and then puts it in its place: the first page of a file is written
 * with a rollback journal, which a kill would leave.
 */
async function makeFile(file: string): Promise<void> {
  const draft = `${file}.new`;
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true });
  // The log gets the permissions of its file.
  closeSync(openSync(draft, 'a', 0o600));
  const connection = await newConnection(draft);
  connection.exec('pragma journal_mode = wal');
  connection.exec('pragma user_version = 1');
  connection.close();
  giveToOwner(draft, join(file, '..'));
  renameSync(draft, file);
}

/** Readies the file of a folder that nobody else uses; answers whether it has replaced another one. */
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
  // SQLite would refuse the file without its name.
  accessSync(file, constants.R_OK | constants.W_OK);
  await markAnew(file);
  return Boolean(log);
}

/** Brings what is in the log into the file; with others at work, as much as can be. */
function emptyLogAtEnd(connection: SqliteConnection): void {
  try {
    connection.exec('pragma busy_timeout = 200');
    connection.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // The log stays and is read at the next start: nothing is lost.
  }
}

/**
 * Opens the embedded database in a folder, which is made when absent.
 * @param tell - Hears, in a line, of a log that was set aside.
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
    // What another process has written to the file shows when a cached item is a second old.
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
