import type { Adapter, Source } from '../data/adapter.js';
import { registerAdapter } from '../data/registry.js';

/** Returns the address of an item's file. */
export type FileOf = (source: Source) => string;

const fileOf: FileOf = ({ endpoint, kind, item }) =>
  `${endpoint}/${kind}s/${encodeURIComponent(item)}.json`;

/**
 * Reads items from JSON files. Each file is a snapshot of contract v1. Nobody can vote.
 * @param file - Returns the address of an item's file. The default is a file under the endpoint,
 *   such as `ratings/a.json`, `polls/c.json` or `shares/d.json`.
 */
export const staticAdapter = (file: FileOf = fileOf): Adapter => ({
  read: async (source, request) => ({ snapshot: await request(source.src || file(source)) }),
});

registerAdapter('static', staticAdapter());
