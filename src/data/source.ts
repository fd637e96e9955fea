import type { Kind } from '../contract/item.js';
import type { Adapter } from './adapter.js';

/** Where one item is read from and written to. Two widgets with equal sources share their state. */
export interface Source {
  readonly kind: Kind;
  /** The id in the contract. */
  readonly item: string;
  /** Absolute base URL of the HTTP contract, without a slash at the end; `''` when there is none. */
  readonly endpoint: string;
  /** Absolute URL to read from instead; `''` when there is none. */
  readonly src: string;
  /** Language of the texts asked for; only polls have texts. */
  readonly lang: string;
  readonly credentials: RequestCredentials;
  /** The adapter that speaks with the back end, or its name; `''` for the contract itself. */
  readonly adapter: Adapter | string;
}

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
