import type { Query } from '../items/database.js';
import { Problem } from '../items/problem.js';
import type { Item } from '../items/item.js';
import { lockDefinition, nextVersionBase } from './define-item.js';
import { announceItem, type EditingContext } from './announce.js';

/** Marks an item as removed. Returns false when it was removed before. */
async function write(query: Query, item: Item, lockRows: string): Promise<boolean> {
  const former = await lockDefinition(query, item, lockRows);
  // A rating exists without a definition.
  if (!former && item.kind !== 'rating') throw new Problem('not_found');
  if (Number(former?.removed ?? 0)) return false;
  const base = await nextVersionBase(query, item, former);
  // The new base makes pending votes stale, so that they are checked again.
  await query('update widget set revision = $2, base = $3, removed = 1 where id = $1', [
    item.id,
    Number(former?.revision ?? 1),
    base,
  ]);
  return true;
}

/**
 * Removes an item, so that readers get 410. Its ballots stay, and a new definition brings it back.
 * Throws `not_found` for an unknown poll.
 */
export async function removeItem(service: EditingContext, item: Item): Promise<void> {
  const { database } = service;
  const done = await database.transaction((query) => write(query, item, database.lockRows));
  if (done) await announceItem(service, item);
}
