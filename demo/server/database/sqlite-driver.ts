import { join } from 'node:path';
import { DatabaseUnavailable } from '../items/database.js';

/** The three calls that `node:sqlite`, `libsql` and `better-sqlite3` share. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
  close(): unknown;
}

export interface SqliteStatement {
  run(...values: readonly unknown[]): { changes: number | bigint };
  all(...values: readonly unknown[]): unknown[];
}

export const sqliteFile = (folder: string) => join(folder, 'riac.sqlite');

type Constructor = new (file: string) => SqliteConnection;

async function sqliteClass(): Promise<Constructor> {
  try {
    // By a variable, since the types and bundlers of Node 20 do not know the module.
    const name = 'node:sqlite';
    const builtIn = (await import(name)) as { DatabaseSync: Constructor };
    return builtIn.DatabaseSync;
  } catch {
    const libsql = await import('libsql');
    return libsql.default as unknown as Constructor;
  }
}

/** Opens a file as it is; it is made when absent. */
export async function newConnection(file: string): Promise<SqliteConnection> {
  const Connection = await sqliteClass();
  return new Connection(file);
}

/** Opens a file so that a commit returns only once it is on disk, even through a power cut. */
export async function connectSqlite(file: string): Promise<SqliteConnection> {
  const connection = await newConnection(file);
  connection.exec('pragma busy_timeout = 5000');
  connection.exec('pragma journal_mode = wal');
  connection.exec('pragma synchronous = full');
  connection.exec('pragma cache_size = -32000');
  // What is deleted is overwritten by zeros: https://www.sqlite.org/pragma.html#pragma_secure_delete.
  connection.exec('pragma secure_delete = on');
  // 32 MB: eight times as many pages between two copies of the log into the file as by default.
  connection.exec('pragma wal_autocheckpoint = 8000');
  return connection;
}

/**
 * The primary result codes that speak of the file and not of a row: busy, locked, read-only, I/O
 * error, corrupt, full, cannot open, not a database. See https://www.sqlite.org/rescode.html.
 */
const outages = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

const codeOf = (error: unknown) => {
  const { rawCode, errcode } = (error ?? {}) as { rawCode?: number; errcode?: number };
  return (rawCode ?? errcode ?? 0) & 0xff;
};

/** True when another process holds the lock. */
export const isBusy = (error: unknown) => codeOf(error) === 5;

/** What the drivers threw, or `DatabaseUnavailable` when the file could not be used. */
export function sqliteFault(error: unknown): unknown {
  if (!outages.has(codeOf(error))) return error;
  return new DatabaseUnavailable('The database file cannot be written.', { cause: error });
}

/** Takes back a transaction, which some faults have ended already: the first fault is the news. */
export function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec('rollback');
  } catch {
    // No transaction is open any more.
  }
}

/**
 * Runs `work` in a write transaction of its own, all of it without giving up the thread.
 * @param mark - What is done last before the commit: see `marker`.
 */
export function inTransaction<Result>(
  connection: SqliteConnection,
  mark: () => void,
  work: () => Result,
): Result {
  try {
    connection.exec('begin immediate');
    const result = work();
    mark();
    connection.exec('commit');
    return result;
  } catch (error) {
    rollBack(connection);
    throw sqliteFault(error);
  }
}
