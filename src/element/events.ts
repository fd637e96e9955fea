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

/** The base class of the library's events. They bubble and leave shadow roots. */
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
 * `riac-before-vote` fires within the reader's gesture, before a vote is sent. Cancel it to send
 * nothing. `vote` is `null` for a withdrawal.
 */
export class BeforeVoteEvent<V = unknown> extends ItemEvent {
  readonly vote: V | null;
  /** The request with the vote carries these headers. The library never stores them. */
  readonly headers = new Headers();
  /** The promises that the vote waits for. */
  readonly pending: Promise<unknown>[] = [];

  constructor(kind: Kind, item: string, vote: V | null) {
    super('riac-before-vote', kind, item, true);
    this.vote = frozen(vote);
  }

  /**
   * Delays the vote until the promise is fulfilled, for a challenge or a sign-in dialog. If the
   * promise is rejected, the library sends nothing, and the widget shows a message. The message
   * fits the `code` of the reason, such as `challenge_required`, or else says that it did not work.
   * Call this while the event is dispatched.
   */
  waitUntil(promise: Promise<unknown>): void {
    this.pending.push(promise);
  }
}

/**
 * `riac-vote` fires once when the server has counted the reader's vote, or its withdrawal if `vote`
 * is `null`.
 */
export class VoteEvent<V = unknown, S = unknown> extends ItemEvent {
  readonly vote: V | null;
  readonly snapshot: S;

  constructor(kind: Kind, item: string, vote: V | null, snapshot: S) {
    super('riac-vote', kind, item);
    this.vote = frozen(vote);
    this.snapshot = frozen(snapshot);
  }
}

/** `riac-load` fires when the first snapshot of the item has been loaded. */
export class LoadEvent<S = unknown> extends ItemEvent {
  readonly snapshot: S;

  constructor(kind: Kind, item: string, snapshot: S) {
    super('riac-load', kind, item);
    this.snapshot = frozen(snapshot);
  }
}

/**
 * `riac-error` fires when a request has failed. `failure` and `code` are stable; `message` is for
 * developers only.
 */
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
