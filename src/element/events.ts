import type { Kind } from '../contract/item.js';
import type { RequestError } from '../data/request-error.js';

/**
 * Freezes plain data with all nested objects, so that no listener can change what the next one
 * reads.
 */
function frozen<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** What all events of the library have: they bubble and leave shadow roots. */
export class ItemEvent extends Event {
  readonly kind: Kind;
  /** Id of the item in the contract. */
  readonly item: string;

  constructor(type: string, kind: Kind, item: string, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.kind = kind;
    this.item = item;
  }
}

/**
 * `riac-before-vote`: the reader is about to vote, in the reader's own gesture. Cancel it and nothing
 * is sent. `vote` is `null` for a withdrawal.
 */
export class BeforeVoteEvent<V = unknown> extends ItemEvent {
  readonly vote: V | null;
  /** Sent with the vote, once all that `waitUntil` was given is there. Never stored. */
  readonly headers = new Headers();
  /** What the vote waits for. */
  readonly pending: Promise<unknown>[] = [];

  constructor(kind: Kind, item: string, vote: V | null) {
    super('riac-before-vote', kind, item, true);
    this.vote = frozen(vote);
  }

  /**
   * Holds the vote back until the promise is fulfilled: for a challenge, or a dialog to sign in. If it
   * is rejected nothing is sent, and the widget says why by the `code` of the reason, such as
   * `challenge_required`, else that it did not work. To be called while the event is dispatched.
   */
  waitUntil(promise: Promise<unknown>): void {
    this.pending.push(promise);
  }
}

/** `riac-vote`: the server has counted the reader's vote or, with `null`, its withdrawal. Fires once. */
export class VoteEvent<V = unknown, S = unknown> extends ItemEvent {
  readonly vote: V | null;
  readonly snapshot: S;

  constructor(kind: Kind, item: string, vote: V | null, snapshot: S) {
    super('riac-vote', kind, item);
    this.vote = frozen(vote);
    this.snapshot = frozen(snapshot);
  }
}

/** `riac-load`: the first snapshot of the item is there. */
export class LoadEvent<S = unknown> extends ItemEvent {
  readonly snapshot: S;

  constructor(kind: Kind, item: string, snapshot: S) {
    super('riac-load', kind, item);
    this.snapshot = frozen(snapshot);
  }
}

/** `riac-error`: a request failed. `failure` and `code` are stable; `message` is for developers only. */
export class FailureEvent extends ItemEvent {
  readonly failure: RequestError['failure'];
  readonly code: string;
  readonly status: number;
  readonly message: string;

  constructor(kind: Kind, item: string, error: RequestError) {
    super('riac-error', kind, item);
    this.failure = error.failure;
    this.code = error.code;
    this.status = error.status;
    this.message = error.message;
  }
}

declare global {
  interface HTMLElementEventMap {
    'riac-before-vote': BeforeVoteEvent;
    'riac-vote': VoteEvent;
    'riac-load': LoadEvent;
    'riac-error': FailureEvent;
  }
}
