import type { Database } from '../items/database.js';
import { openSqlite } from './sqlite-database.js';

/** Opens PostgreSQL when a URL is given, else the embedded database in a folder. */
export async function openDatabase(folder: string, url?: string): Promise<Database> {
  if (!url) return openSqlite(folder);
  const { openPostgres } = await import('./postgres-database.js');
  return openPostgres(url);
}
