import type { Adapter } from './adapter.js';

/** Adapter objects by item, in the order in which they came. */
const objects = new Map<string, WeakRef<Adapter>[]>();

/**
 * Tells the adapter objects of an item apart, since keys of items are texts. The first object on a page
 * has 0: its votes are kept under the name that a later page will look for.
 * @param place - Names the item: objects of different items need no difference.
 */
export function adapterNumber(place: string, adapter: Adapter | string): number {
  if (typeof adapter === 'string') return 0;
  const known = objects.get(place) ?? [];
  objects.set(place, known);
  const index = known.findIndex((reference) => reference.deref() === adapter);
  return index < 0 ? known.push(new WeakRef(adapter)) - 1 : index;
}
