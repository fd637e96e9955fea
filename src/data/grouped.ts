import { mostItems } from '../contract/limits.js';

/** Lists of what has one key, of a size that one request may have; each in the order in which it came. */
export function grouped<T>(all: Iterable<T>, keyOf: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((_, at) => (at % mostItems ? [] : [group.slice(at, at + mostItems)])),
  );
}
