import pg from 'pg';
import { dated } from '../database/dated-names.js';
import type { Query } from '../items/database.js';
import { postgresDialect } from '../database/migrations.js';
import { lockAlone } from '../database/postgres-server-lock.js';
import type { Fill } from './fill.js';
import { BackupFault } from './format.js';
import { presentTables } from './tables.js';

/** Gives tables, and what belongs to them and needs a name of its own, names that begin otherwise. */
async function renameTables(query: Query, tables: readonly string[], start: string) {
  const indexes = await query<{ name: string }>(
    `select indexname as name from pg_indexes
      where schemaname = current_schema() and tablename = any($1::text[])`,
    [tables],
  );
  for (const { name } of indexes) await query(`alter index "${name}" rename to "${start}${name}"`);
  for (const name of tables) await query(`alter table ${name} rename to ${start}${name}`);
}

async function replaceInside(query: Query, fill: Fill): Promise<string | undefined> {
  if (!(await lockAlone(query))) {
    throw new BackupFault('The database is in use. Stop all servers first.');
  }
  const present = await presentTables(query, 'postgres');
  const start = `replaced_${dated(new Date())}_`;
  if (present.length) await renameTables(query, [...present, 'migration'], start);
  await query('create table if not exists migration (step bigint primary key)');
  await query('delete from migration');
  await query('insert into migration (step) values (0)');
  await fill(query, postgresDialect);
  return present.length ? `the tables ${start}…` : undefined;
}

/**
 * Puts new tables in the place of the present ones, in one transaction: whatever cuts it off, all is
 * as before. Answers where the former rows are.
 */
export async function replacePostgres(url: string, fill: Fill): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  let broken: Error | undefined;
  client.on('error', (error: Error) => (broken = error));
  await client.connect();
  try {
    const query: Query = async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows as Row[];
    await query('begin');
    const former = await replaceInside(query, fill);
    await query('commit');
    return former;
  } catch (error) {
    throw broken ?? error;
  } finally {
    // An open transaction ends with its connection, and takes nothing along.
    await client.end().catch(() => undefined);
  }
}
