import pg from 'pg';
import { dated } from '../database/dated-names.js';
import type { Query } from '../items/database.js';
import { postgresDialect } from '../database/migrations.js';
import { lockAlone } from '../database/postgres-server-lock.js';
import type { Fill } from './fill.js';
import { BackupFault } from './format.js';
import { presentTables } from './tables.js';

/** Adds a prefix to tables and their indexes. PostgreSQL wants unique index names in a schema, too. */
async function renameTables(query: Query, tables: readonly string[], start: string) {
  const indexes = await query<{ name: string }>(
    `select indexname as name from pg_indexes
      where schemaname = current_schema() and tablename = any($1::text[])`,
    [tables],
  );
  for (const { name } of indexes) await query(`alter index "${name}" rename to "${start}${name}"`);
  for (const name of tables) await query(`alter table ${name} rename to ${start}${name}`);
}

/**
 * Renames the present tables and fills new ones, inside an open transaction. Returns a description of
 * the former tables, or `undefined` when there were none. Throws `BackupFault` while a server runs.
 */
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
 * Replaces the present tables with new ones in one transaction, so that any failure changes nothing.
 * Returns a description of the renamed former tables, or `undefined` when there were none. Throws
 * `BackupFault` while a server uses the database.
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
    // Closing the connection rolls back an open transaction.
    await client.end().catch(() => undefined);
  }
}
