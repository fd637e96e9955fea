import type { ShareJson } from '../../../src/contract/json.js';
import { networkCounter } from '../items/counters.js';
import { versionOf, type Audience, type StoredItem } from '../items/stored-item.js';

/** Clicks by network, sorted by name, so that every process writes the same text. */
export function networksOf({ counts }: StoredItem): Record<string, number> {
  const prefix = networkCounter('');
  const networks = [...counts].filter(([item, n]) => item.startsWith(prefix) && n > 0);
  const named = networks.map(([item, n]) => [item.slice(prefix.length), n] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The share counts of an item. */
export function shareSnapshot(stored: StoredItem, audience: Audience, now: number): ShareJson {
  const networks = networksOf(stored);
  return {
    item: stored.item,
    version: versionOf(stored, audience, now),
    total: Object.values(networks).reduce((sum, count) => sum + count, 0),
    networks,
  };
}
