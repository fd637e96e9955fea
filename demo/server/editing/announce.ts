import type { Item } from '../items/item.js';
import type { Database } from '../items/database.js';
import type { Hub } from '../live/hub.js';
import type { WidgetCache } from '../snapshots/item-cache.js';

/** What a change by an editor touches; a part of the service. */
export interface Editing {
  readonly database: Database;
  readonly cache: WidgetCache;
  readonly hub: Pick<Hub, 'poke'>;
}

/** Lets readers and the other processes know that an item is another one now. */
export async function tell({ database, cache, hub }: Editing, item: Item): Promise<void> {
  cache.drop(item);
  hub.poke([item.id]);
  await database.announce(item);
}
