import type { Query } from '../items/database.js';
import { migrate, tableNames, type Dialect } from '../database/migrations.js';
import { raiseVersions } from '../database/raise-versions.js';
import { BackupFault, type Progress, type Row, type TableStart } from './format.js';
import { readBackup } from './read-backup.js';

/** Fills an empty schema inside a transaction. */
export type Fill = (query: Query, dialect: Dialect) => Promise<void>;

/** Rows in one statement; with its columns far below what an engine takes as parameters. */
const rowsAtOnce = 250;

/** Names go into statements, so only those that the schema may have do. */
function requireNames({ table, columns }: TableStart, file: string): void {
  const known = tableNames.includes(table) && columns.every((name) => /^[a-z_]+$/.test(name));
  if (!known) throw new BackupFault(`${file} holds a table "${table}" that this server has not.`);
}

async function insert(query: Query, { table, columns }: TableStart, rows: readonly Row[]) {
  const list = (row: number) =>
    `(${columns.map((_, place) => `$${row * columns.length + place + 1}`).join(', ')})`;
  const text = (count: number) =>
    `insert into ${table} (${columns.join(', ')}) values ` +
    Array.from({ length: count }, (_, row) => list(row)).join(', ');
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce);
    await query(text(some.length), some.flat());
  }
}

/**
 * Makes the tables as they were when a backup was made, fills them from it, and brings them up to
 * date. To be called inside a transaction over an empty schema; throws `BackupFault` when the backup
 * is not whole, and then nothing may be committed. Answers the number of rows by table.
 */
export async function fill(
  query: Query,
  dialect: Dialect,
  { file, step, progress }: { file: string; step: number; progress: Progress },
): Promise<Readonly<Record<string, number>>> {
  await migrate(query, dialect, step);
  const counts: Record<string, number> = {};
  const end = await readBackup(file, {
    rows: async (table, rows) => {
      requireNames(table, file);
      await insert(query, table, rows);
      counts[table.table] = (counts[table.table] ?? 0) + rows.length;
      progress(table.table, counts[table.table] ?? 0);
    },
  });
  await migrate(query, dialect);
  await raiseVersions(query);
  return end.rows;
}
