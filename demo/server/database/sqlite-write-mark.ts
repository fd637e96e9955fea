import { randomInt } from 'node:crypto';
import { isBusy, newConnection, type SqliteConnection } from './sqlite-driver.js';

/**
 * Makes what marks the write transactions of a connection. The mark is a number in the header of the
 * file (`user_version`) that grows with each of them, so that the log tells which file it belongs to:
 * see `belongingOf`. To be called inside the transaction; one that has changed nothing stays unmarked.
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

/** Writes a mark and nothing else. */
function markAlone(connection: SqliteConnection): void {
  connection.exec('begin immediate');
  const [row] = connection.prepare('pragma user_version').all() as { user_version: number }[];
  connection.exec(`pragma user_version = ${(row?.user_version ?? 0) + 1}`);
  connection.exec('commit');
}

/**
 * Begins the log of a server. To be called before the schema changes: the first page of a log has the
 * schema of the file that it belongs to. By two marks, so that no copy made from now on has the mark
 * that the log begins with, which would leave it unsure which file the log belongs to.
 */
export function beginWal(connection: SqliteConnection): void {
  markAlone(connection);
  markAlone(connection);
}

/**
 * Gives the file another mark at random and empties its log into it: no copy that was made before
 * passes for it from now on. The log begins with a mark that follows the one of the file, so that it
 * fits when this is cut off, or when another program has the file open and the log stays. In the log,
 * and not without it: a rollback journal that is left by a kill would be replayed over any file that
 * is put in the place of this one. Only a file that comes without the WAL mode, from `vacuum into` for
 * instance, has such a journal for the moment in which it gets that mode.
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
