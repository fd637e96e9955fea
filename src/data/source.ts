import type { Source } from './adapter.js';

/** Returns a text that is equal exactly for sources that share one state. */
export const sourceKey = (source: Source): string => Object.values(source).join(' ');

/** Returns the URL of one item under its endpoint. */
export const itemUrl = ({ endpoint, kind, item }: Source): string =>
  `${endpoint}/${kind}s/${encodeURIComponent(item)}`;

/** Returns the URL to which the reader's own vote goes, by PUT and DELETE. */
export const voteUrl = (source: Source): string =>
  `${itemUrl(source)}/vote${source.lang && `?lang=${source.lang}`}`;

/**
 * Returns the URL of a batch route. The parameters are sorted, so that equal requests have one URL
 * and caches can share it.
 */
export function batchUrl(route: 'state' | 'me' | 'events', sources: readonly Source[]): string {
  const pairs = sources.map(({ kind, item }) => `${kind}=${encodeURIComponent(item)}`);
  const lang = sources.find((source) => source.lang)?.lang;
  const query = [...new Set(pairs)].sort();
  return `${sources[0]?.endpoint}/${route}?${query.join('&')}${lang ? `&lang=${lang}` : ''}`;
}
