import type { Kind } from '../../../src/contract/item.js';

/** What readers rate, answer or share. All code from the route to the SQL statement passes it whole. */
export interface Item {
  readonly kind: Kind;
  /** The public id, as addresses and snapshots have it. */
  readonly item: string;
  /** The storage key, `kind:item`. */
  readonly id: string;
}

/** The item that a request names. */
export const itemOf = (kind: Kind, item: string): Item => ({ kind, item, id: `${kind}:${item}` });

/** The item that a stored row names by its storage key. */
export function itemOfId(id: string): Item {
  const colon = id.indexOf(':');
  return { kind: id.slice(0, colon) as Kind, item: id.slice(colon + 1), id };
}
