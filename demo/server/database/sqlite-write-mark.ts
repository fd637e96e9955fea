import { randomInt } from 'node:crypto';
import { isBusy, newConnection, type SqliteConnection } from './sqlite-driver.js';

/**
 * Returns a function that marks a write transaction. Call it inside the transaction, before the commit.
 * The mark is `user_version` in the header of the file. It grows with each transaction that changes a
 * row. A later start compares the marks of file and WAL to find a WAL of another file: see `belongingOf`.
 */
export function writeMarker(connection: SqliteConnection): () => void {
  const read = connection.prepare(
    'select total_changes() as changes, user_version as mark from pragma_user_version',
  );
  let marked = 0;
  return () => {
    const [row] = read.all() as { changes: number; mark: number }[];
    if (!row || row.changes === marked) return;
    marked = row.changes;
    connection.exec(`pragma user_version = ${row.mark + 1}`);
  };
}

/** Raises the mark in a transaction that changes nothing else. */
function markAlone(connection: SqliteConnection): void {
  connection.exec('begin immediate');
  const [row] = connection.prepare('pragma user_version').all() as { user_version: number }[];
  connection.exec(`pragma user_version = ${(row?.user_version ?? 0) + 1}`);
  connection.exec('commit');
}

/**
 * Writes the first two commits of a new WAL. Call it before any change of the schema, so that the first
 * page in the WAL has the schema cookie of the file. With two marks, no later copy of the file has the
 * first mark of the WAL.
 */
export function beginWal(connection: SqliteConnection): void {
  markAlone(connection);
  markAlone(connection);
}

/**
 * Gives the file a random mark and empties its WAL into it. From then on the marks of earlier copies
 * differ. It first raises the mark by one, so that file and WAL still belong together after a kill, or
 * while another program keeps the WAL open.
 *
 * All writes go through the WAL. With a rollback journal, a kill would leave a file that SQLite replays
 * over any database put in the place of this one. Only a file without WAL mode, such as one made by
 * `vacuum into`, has a journal for a moment, while SQLite switches it to WAL mode.
 */
export async function markAnew(file: string): Promise<void> {
  const connection = await newConnection(file);
  try {
    connection.exec('pragma busy_timeout = 0');
    connection.exec('pragma journal_mode = wal');
    markAlone(connection);
    connection.exec(`pragma user_version = ${randomInt(1, 2 ** 30)}`);
    connection.exec('pragma wal_checkpoint(truncate)');
  } catch (error) {
    if (!isBusy(error)) throw error;
  } finally {
    connection.close();
  }
}
