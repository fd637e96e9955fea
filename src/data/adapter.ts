import type { RequestOptions } from './request.js';
import type { Source } from './source.js';

/**
 * Requests a URL and answers its JSON, `undefined` for an empty body. A plain object as `body` goes
 * out as JSON, `URLSearchParams` as a form. Cookies go along only where the element has
 * `credentials="include"` or the options say so. Throws a RequestError, after 8 seconds at the latest.
 */
export type Request = (url: string, options?: RequestOptions) => Promise<unknown>;

/** What a back end says about an item, in the shape of contract v1; it is checked afterwards. */
export interface Reading {
  /** The public snapshot. A rating needs no more than `votes` and `mean`. */
  readonly snapshot: unknown;
  /**
   * The reader's own vote, `null` for none; left out where the back end does not tell. An answer to a
   * wish that leaves it out has counted that wish.
   */
  readonly vote?: unknown;
}

/** What the reader wants the back end to do. */
export interface Wish {
  /** The vote as contract v1 has it; `null` withdraws it. Of a share bar: `{ network, placement }`. */
  readonly vote: unknown;
  /** A UUID of version 7. The same wish may be sent again under the same key, also by a later page. */
  readonly key: string;
  /** Headers that a listener of `riac-before-vote` has set; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Translates between the widgets and a back end that does not speak contract v1. */
export interface Adapter {
  /** Reads one item. */
  read(source: Source, request: Request): Reading | Promise<Reading>;
  /**
   * Sends one wish and answers what the back end says then. To refuse, throw an error with a `status`
   * of HTTP or a `code` of the contract; any other error counts as a passing fault, after which the
   * wish is kept and sent again. Without this method nobody can vote.
   */
  send?(source: Source, wish: Wish, request: Request): Reading | Promise<Reading>;
}
