import type { RequestError } from './request-error.js';

/** What every snapshot has. */
export interface Versioned {
  /** Rises with every change that the reader of the snapshot may see; never falls. */
  readonly version: number;
  readonly state?: string;
}

/** How one kind of widget understands the back end. Parsers throw a TypeError that names the field. */
export interface Contract<S extends Versioned, V> {
  parse(body: unknown): S;
  parseVote(body: unknown): V;
  /** The snapshot as it will very likely look once the vote (or `null`: its withdrawal) is counted. */
  expect(snapshot: S, vote: V | null, former: V | null): S;
}

/** What has just become of the reader's wish; told once. */
export type Notice = 'voted' | 'withdrawn' | 'counted' | 'not_counted';

/** What a widget shows: exactly one of these. */
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
      /** `queued`: will be sent later; `refused`: will not. Both show the last confirmed state. */
      readonly phase: 'queued' | 'refused';
      readonly snapshot: S;
      readonly vote: V | null;
      /** The vote the reader wanted, `null` for a withdrawal. */
      readonly wish: V | null;
      readonly error: RequestError;
    };
