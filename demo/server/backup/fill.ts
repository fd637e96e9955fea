import type { Query } from '../items/database.js';
import { migrate, tableNames, type Dialect } from '../database/migrations.js';
import { raiseVersions } from '../database/raise-versions.js';
import { BackupFault, type Progress, type Row, type TableStart } from './format.js';
import { readBackup } from './read-backup.js';

/** Fills an empty schema inside a transaction. */
export type Fill = (query: Query, dialect: Dialect) => Promise<void>;

/** Rows per insert. Rows times columns stays far below the parameter limit of both engines. */
const rowsAtOnce = 250;

/**
 * Throws `BackupFault` for a table or column name that the schema cannot have. The names become part of
 * SQL statements, so an invented one must not pass.
 */
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
 * Creates the tables at schema step `step`, inserts the rows of the backup, then migrates to the latest
 * step. Call it inside a transaction on an empty schema. Throws `BackupFault` for an incomplete backup;
 * the caller must roll back then. Returns the number of rows by table.
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
