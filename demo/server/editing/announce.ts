import type { Item } from '../items/item.js';
import type { Database } from '../items/database.js';
import type { Hub } from '../live/hub.js';
import type { ItemCache } from '../snapshots/item-cache.js';

/** The parts of the service that a change by an editor needs. */
export interface EditingContext {
  readonly database: Database;
  readonly cache: ItemCache;
  readonly hub: Pick<Hub, 'notify'>;
}

/** Drops the cached item, then notifies subscribers and the other processes of its change. */
export async function announceItem(
  { database, cache, hub }: EditingContext,
  item: Item,
): Promise<void> {
  cache.drop(item);
  hub.notify([item.id]);
  await database.announce(item);
}
