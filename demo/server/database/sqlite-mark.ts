import { randomInt } from 'node:crypto';
import { isBusy, newConnection, type SqliteConnection } from './sqlite-driver.js';

/**
 * Makes what marks the write transactions of a connection. The mark is a number in the header of the
 * file (`user_version`) that grows with each of them, so that the log tells which file it belongs to:
 * see `logFits`. To be called inside the transaction; one that has changed nothing stays unmarked.
 */
export function marker(connection: SqliteConnection): () => void {
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

/**
 * Writes a mark and nothing else. To be called before the schema changes: the first page of a log has
 * the schema of the file that it belongs to.
 */
export function markAlone(connection: SqliteConnection): void {
  connection.exec('begin immediate');
  const [row] = connection.prepare('pragma user_version').all() as { user_version: number }[];
  connection.exec(`pragma user_version = ${(row?.user_version ?? 0) + 1}`);
  connection.exec('commit');
}

/**
 * Gives the file another mark at random and empties its log into it: no copy that was made before
 * passes for it from now on. Without its log, since a mark in the log alone would tell nothing. Where
 * another program has the file open the mark stays as it is.
 */
export async function markAnew(file: string): Promise<void> {
  const connection = await newConnection(file);
  try {
    connection.exec('pragma busy_timeout = 0');
    connection.exec('pragma journal_mode = delete');
    connection.exec(`pragma user_version = ${randomInt(1, 2 ** 30)}`);
    connection.exec('pragma journal_mode = wal');
  } catch (error) {
    if (!isBusy(error)) throw error;
  } finally {
    connection.close();
  }
}
