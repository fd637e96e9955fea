import type { Adapter } from './adapter.js';

const numbers = new WeakMap<Adapter, number>();
let last = 0;

/** Number of the first adapter object, by item. */
const firsts = new Map<string, number>();

/**
 * Tells adapter objects apart, since keys of items are texts. The first object that an item gets on a
 * page has 0: its votes are kept under the name that a later page will look for.
 * @param place - Names the item: objects of different items need no difference.
 */
export function adapterNumber(place: string, adapter: Adapter | string): number {
  if (typeof adapter === 'string') return 0;
  const number = numbers.get(adapter) ?? ++last;
  const first = firsts.get(place) ?? number;
  numbers.set(adapter, number);
  firsts.set(place, first);
  return number === first ? 0 : number;
}
