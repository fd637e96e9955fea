import type { RequestError } from './request-error.js';

/** The fields that every snapshot has. */
export interface Versioned {
  /** Rises with each change that the reader of the snapshot may see; never falls. */
  readonly version: number;
  readonly state?: string;
}

/**
 * Parses and predicts the data of one kind of item. The parsers throw a TypeError that names the
 * wrong field.
 */
export interface Contract<S extends Versioned, V> {
  parse(body: unknown): S;
  /** Absent for a widget without votes. */
  parseVote?(body: unknown): V;
  /**
   * Predicts the snapshot after a vote (`null` withdraws it) until the server answers. Absent for a
   * widget that shows only confirmed counts.
   */
  expect?(snapshot: S, vote: V | null, former: V | null): S;
}

/** The outcome of the reader's last vote. The widget announces it once. */
export type Notice = 'voted' | 'withdrawn' | 'counted' | 'not_counted';

/** The state of an item as a widget shows it. */
export type View<S, V> =
  | { readonly phase: 'empty' | 'loading' }
  | { readonly phase: 'unavailable'; readonly error: RequestError }
  | {
      readonly phase: 'ready';
      readonly snapshot: S;
      readonly vote: V | null;
      readonly notice?: Notice;
    }
  | { readonly phase: 'sending'; readonly snapshot: S; readonly vote: V | null }
  | {
      /**
       * `queued`: the library will send the vote later. `refused`: it will not. Both show the last
       * confirmed state.
       */
      readonly phase: 'queued' | 'refused';
      readonly snapshot: S;
      readonly vote: V | null;
      /** The vote that the reader wanted; `null` for a withdrawal. */
      readonly wish: V | null;
      readonly error: RequestError;
    };
