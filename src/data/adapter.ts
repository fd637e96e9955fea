import type { Kind } from '../contract/item.js';
import type { ShareClick } from '../contract/share.js';
import type { RequestOptions } from './request.js';

/**
 * The address of one item: where the library reads it and sends votes. Widgets with equal sources
 * share one state.
 */
export interface Source {
  readonly kind: Kind;
  /** The public id of the item. */
  readonly item: string;
  /** Absolute base URL of the HTTP contract, without a trailing slash; `''` if there is none. */
  readonly endpoint: string;
  /** Absolute URL from which to read the snapshot instead; `''` if there is none. */
  readonly src: string;
  /** BCP 47 tag of the requested texts; `''` for ratings and shares, which have no texts. */
  readonly lang: string;
  readonly credentials: RequestCredentials;
  /** An adapter, or the name under which the page registers one; `''` for contract v1. */
  readonly adapter: Adapter | string;
  /** Index of the adapter object among those of this item; 0 for the first object and for a name. */
  readonly adapterNumber?: number;
}

/**
 * Requests a URL and resolves to its parsed JSON, or to `undefined` for an empty body. It sends a
 * plain object in `body` as JSON and `URLSearchParams` as a form. It sends cookies only if the
 * element has `credentials="include"` or the options ask for it. Rejects with a RequestError, at
 * the latest after 8 seconds.
 */
export type Request = (url: string, options?: RequestOptions) => Promise<unknown>;

/**
 * The reply of a back end about one item, in the shape of contract v1. The library checks it
 * afterwards.
 */
export interface Reading {
  /** The public snapshot. For a rating, `votes` and `mean` are enough. */
  readonly snapshot: unknown;
  /**
   * The reader's own vote, or `null` if the reader has none. Leave it out if the back end does not
   * return it. A reply to a wish without `vote` means that the back end has counted the wish.
   */
  readonly vote?: unknown;
}

/** A vote or a withdrawal that the back end has not confirmed yet. */
export interface Wish {
  /** The vote in the shape of contract v1; `null` withdraws it. */
  readonly vote: unknown;
  /**
   * Idempotency key, a UUID of version 7. A retry repeats the wish with the same key, even from a
   * later page.
   */
  readonly key: string;
  /** Headers that listeners of `riac-before-vote` have set; names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Connects the widgets to a back end that does not implement contract v1. */
export interface Adapter {
  /** Reads the snapshot of one item, and the reader's vote if the back end returns it. */
  read(source: Source, request: Request): Reading | Promise<Reading>;
  /**
   * Sends one wish and returns the reply of the back end. To refuse the wish, throw an error with
   * an HTTP `status` or a `code` of the contract. Any other error counts as temporary: the wish
   * stays in the outbox and the library sends it again. Without this method nobody can vote.
   */
  send?(source: Source, wish: Wish, request: Request): Reading | Promise<Reading>;
  /**
   * Reports one click on a share bar. Without this method the library reports no clicks. If it
   * throws, the element fires `riac-error`, and the library does not send the click again.
   * @param key - Idempotency key of this click, a UUID of version 7.
   */
  click?(source: Source, click: ShareClick, request: Request, key: string): unknown;
}
