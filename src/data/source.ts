import type { Source } from './adapter.js';

/** A text that is equal exactly for sources that share their state. */
export const sourceKey = (source: Source): string => Object.values(source).join(' ');

/** URL of one item under the endpoint. */
export const itemUrl = ({ endpoint, kind, item }: Source): string =>
  `${endpoint}/${kind}s/${encodeURIComponent(item)}`;

/** URL under which the reader's own vote on the item is put and deleted. */
export const voteUrl = (source: Source): string =>
  `${itemUrl(source)}/vote${source.lang && `?lang=${source.lang}`}`;

/** Path and query of a batch route; parameters are sorted, so that equal questions have one URL. */
export function batchUrl(route: 'state' | 'me' | 'events', sources: readonly Source[]): string {
  const pairs = sources.map(({ kind, item }) => `${kind}=${encodeURIComponent(item)}`);
  const lang = sources.find((source) => source.lang)?.lang;
  const query = [...new Set(pairs)].sort();
  return `${sources[0]?.endpoint}/${route}?${query.join('&')}${lang ? `&lang=${lang}` : ''}`;
}
