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

/** Opens a file so that a commit returns only once it is on disk, even through a power cut. */
export async function connectSqlite(file: string): Promise<SqliteConnection> {
  const Connection = await sqliteClass();
  const connection = new Connection(file);
  connection.exec('pragma busy_timeout = 5000');
  connection.exec('pragma journal_mode = wal');
  connection.exec('pragma synchronous = full');
  connection.exec('pragma cache_size = -32000');
  return connection;
}

/** Runs `work` in a write transaction of its own, all of it without giving up the thread. */
export function inTransaction<Result>(connection: SqliteConnection, work: () => Result): Result {
  connection.exec('begin immediate');
  try {
    const result = work();
    connection.exec('commit');
    return result;
  } catch (error) {
    connection.exec('rollback');
    throw error;
  }
}
