import type { Query } from '../items/database.js';
import { Problem } from '../items/problem.js';
import type { Item } from '../items/item.js';
import { lockDefinition, nextVersionBase } from './define-item.js';
import { announceItem, type EditingContext } from './announce.js';

async function write(query: Query, item: Item, lockRows: string): Promise<boolean> {
  const former = await lockDefinition(query, item, lockRows);
  // A rating is there without having been defined.
  if (!former && item.kind !== 'rating') throw new Problem('not_found');
  if (Number(former?.removed ?? 0)) return false;
  const base = await nextVersionBase(query, item, former);
  // Votes on their way were checked against the former number: they are checked again.
  await query('update widget set revision = $2, base = $3, removed = 1 where id = $1', [
    item.id,
    Number(former?.revision ?? 1),
    base,
  ]);
  return true;
}

/**
 * Takes an item away from readers. Its ballots stay, and defining it again brings it back. Throws
 * the problem `not_found` when there is no such poll.
 */
export async function removeItem(service: EditingContext, item: Item): Promise<void> {
  const { database } = service;
  const done = await database.transaction((query) => write(query, item, database.lockRows));
  if (done) await announceItem(service, item);
}
