import type { Adapter } from './adapter.js';

/** The adapter objects of each item, in the order in which elements first used them. */
const objects = new Map<string, WeakRef<Adapter>[]>();

/**
 * Returns the index of an adapter object among those of its item. Storage keys are texts, so the
 * outbox tells two objects by this number. The first object and each adapter name get 0, so that
 * the next page finds its votes under the same storage key.
 * @param place - A text that identifies the item.
 */
export function adapterNumber(place: string, adapter: Adapter | string): number {
  if (typeof adapter === 'string') return 0;
  const known = objects.get(place) ?? [];
  objects.set(place, known);
  const index = known.findIndex((reference) => reference.deref() === adapter);
  return index < 0 ? known.push(new WeakRef(adapter)) - 1 : index;
}
