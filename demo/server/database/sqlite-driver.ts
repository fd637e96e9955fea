import { join } from 'node:path';
import { DatabaseUnavailable } from '../items/database.js';

/** The methods that the server uses. `node:sqlite`, `libsql` and `better-sqlite3` all have them. */
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

/** Returns the class of `node:sqlite`, or of the package `libsql` on Node versions without that module. */
async function sqliteClass(): Promise<Constructor> {
  try {
    // A variable hides the name from the types and bundlers of Node 20, which do not know the module.
    const name = 'node:sqlite';
    const builtIn = (await import(name)) as { DatabaseSync: Constructor };
    return builtIn.DatabaseSync;
  } catch {
    const libsql = await import('libsql');
    return libsql.default as unknown as Constructor;
  }
}

/** Opens a database file with SQLite's default settings. SQLite creates a missing file. */
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
  // Overwrites deleted content with zeros: https://www.sqlite.org/pragma.html#pragma_secure_delete.
  connection.exec('pragma secure_delete = on');
  // Copies the WAL into the file after 8000 pages (32 MB). The default is 1000 pages.
  connection.exec('pragma wal_autocheckpoint = 8000');
  return connection;
}

/**
 * The primary result codes for a problem with the file: busy, locked, read-only, I/O error, corrupt,
 * full, cannot open, not a database. See https://www.sqlite.org/rescode.html.
 */
const outages = new Set([5, 6, 8, 10, 11, 13, 14, 26]);

/** The primary result code of an error, which is the last byte of the extended code; 0 for none. */
const codeOf = (error: unknown) => {
  const { rawCode, errcode } = (error ?? {}) as { rawCode?: number; errcode?: number };
  return (rawCode ?? errcode ?? 0) & 0xff;
};

/** True for SQLITE_BUSY: another connection holds the lock, in this process or in another one. */
export const isBusy = (error: unknown) => codeOf(error) === 5;

/** Turns an error about the file into `DatabaseUnavailable`. Returns any other error unchanged. */
export function sqliteFault(error: unknown): unknown {
  if (!outages.has(codeOf(error))) return error;
  return new DatabaseUnavailable('The database file cannot be written.', { cause: error });
}

/**
 * Rolls back the open transaction, if any. It throws nothing, so that the caller can throw the error
 * that came first.
 */
export function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec('rollback');
  } catch {
    // SQLite has already rolled back, as it does after some errors.
  }
}

/**
 * Runs `work` synchronously in a write transaction and returns its result. Rolls back when it throws.
 * Throws `DatabaseUnavailable` when the file cannot be used.
 * @param mark - Runs last before the commit: see `writeMarker`.
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
