import type { Database } from '../items/database.js';
import type { Hub } from '../live/hub.js';
import type { WidgetCache } from '../snapshots/widget-cache.js';

/** What a change by an editor touches; a part of the service. */
export interface Editing {
  readonly database: Database;
  readonly cache: WidgetCache;
  readonly hub: Pick<Hub, 'poke'>;
}

/** Lets readers and the other processes know that an item is another one now. */
export async function tell({ database, cache, hub }: Editing, widget: string): Promise<void> {
  cache.drop(widget);
  hub.poke([widget]);
  await database.announce(widget);
}
