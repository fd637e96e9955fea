import type { Item } from '../items/item.js';
import type { Database } from '../items/database.js';
import type { Hub } from '../live/hub.js';
import type { ItemCache } from '../snapshots/item-cache.js';

/** What a change by an editor touches; a part of the service. */
export interface EditingContext {
  readonly database: Database;
  readonly cache: ItemCache;
  readonly hub: Pick<Hub, 'notify'>;
}

/** Lets readers and the other processes know that an item is another one now. */
export async function announceItem(
  { database, cache, hub }: EditingContext,
  item: Item,
): Promise<void> {
  cache.drop(item);
  hub.notify([item.id]);
  await database.announce(item);
}
