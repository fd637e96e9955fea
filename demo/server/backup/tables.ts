import { inPages } from '../database/read-ballots.js';
import type { Database, Query } from '../items/database.js';
import { tableNames } from '../database/migrations.js';
import type { Cell } from './format.js';

/** Queries for the names of all tables, and for the primary key columns of one table. */
const catalogue = {
  sqlite: {
    tables: "select name from sqlite_master where type = 'table'",
    key: 'select name from pragma_table_info($1) where pk > 0 order by pk',
  },
  postgres: {
    tables:
      'select table_name as name from information_schema.tables where table_schema = current_schema()',
    key: `select a.attname as name from pg_index i
      join pg_class c on c.oid = i.indrelid
      join unnest(i.indkey::int2[]) with ordinality as k (attnum, place) on true
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where c.oid = to_regclass($1::text) and i.indisprimary order by k.place`,
  },
};

/** Returns the tables of the schema that the database has, in the order of `tableNames`. */
export async function presentTables(query: Query, engine: Database['engine']): Promise<string[]> {
  const rows = await query<{ name: string }>(catalogue[engine].tables);
  const present = new Set(rows.map(({ name }) => name));
  return tableNames.filter((name) => present.has(name));
}

export type TableRow = Readonly<Record<string, Cell>>;

/** Yields all rows of a table in pages, ordered by primary key. */
export async function* rowsOf(
  query: Query,
  engine: Database['engine'],
  table: string,
): AsyncGenerator<TableRow[]> {
  const names = await query<{ name: string }>(catalogue[engine].key, [table]);
  const key = names.map(({ name }) => name);
  const places = key.map((_, index) => `$${index + 1}`);
  const start = `select * from ${table}`;
  const end = `order by ${key.join(', ')} limit`;
  const later = `${start} where (${key.join(', ')}) > (${places.join(', ')}) ${end}`;
  yield* inPages<TableRow>((last, limit) =>
    last
      ? query(
          `${later} ${limit}`,
          key.map((name) => last[name] ?? null),
        )
      : query(`${start} ${end} ${limit}`),
  );
}
