import { mostItems } from '../contract/limits.js';

/**
 * Groups values by key and splits each group into lists of at most `mostItems`, the limit of one
 * request. Keeps the order of the values.
 */
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
