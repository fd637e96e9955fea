import type { Adapter } from '../data/adapter.js';
import { registerAdapter } from '../data/registry.js';
import type { Source } from '../data/source.js';

/** Where the file of an item is. */
export type FileOf = (source: Source) => string;

const fileOf: FileOf = ({ endpoint, kind, item }) =>
  `${endpoint}/${kind}s/${encodeURIComponent(item)}.json`;

/**
 * Reads items from JSON files, each a snapshot of contract v1; nobody can vote.
 * @param file - Address of an item's file; `ratings/a.json`, `polls/c.json` or `shares/d.json` under
 *   the endpoint by default.
 */
export const staticAdapter = (file: FileOf = fileOf): Adapter => ({
  read: async (source, request) => ({ snapshot: await request(source.src || file(source)) }),
});

registerAdapter('static', staticAdapter());
