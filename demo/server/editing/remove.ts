import type { Query } from '../database/database.js';
import type { Service } from '../service.js';
import { splitWidgetId } from '../voting/vote.js';
import { nextBase, readRow, tell } from './define.js';

const statement = `insert into widget (id, definition, revision, base, removed)
  values ($1, '{}', 1, $2, 1)
  on conflict (id) do update set base = excluded.base, removed = 1`;

async function write(query: Query, widget: string, lockRows: string) {
  const former = await readRow(query, widget, lockRows);
  // A rating is there without having been defined.
  if (!former && splitWidgetId(widget).kind !== 'rating') return 'unknown';
  if (Number(former?.removed ?? 0)) return 'unchanged';
  const base = await nextBase(query, widget, former);
  // Votes on their way were checked against the former number: they are checked again.
  await query(statement, [widget, base]);
  return 'removed';
}

/**
 * Takes an item away from readers. Its ballots stay, and defining it again brings it back. False
 * when there is no such poll.
 */
export async function removeItem(service: Service, widget: string): Promise<boolean> {
  const { database } = service;
  const done = await database.transaction((query) => write(query, widget, database.lockRows));
  if (done === 'removed') await tell(service, widget);
  return done !== 'unknown';
}
