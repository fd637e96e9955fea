import type { Item } from './item.js';

/** A vote or a withdrawal that fits its item and may enter the queue. */
export interface CheckedVote {
  readonly item: Item;
  /** Hash of the item and the voter's token; see `voterOf`. */
  readonly voter: string;
  /** UUID of version 7 in lower case (RFC 9562). As text, keys sort by the time of their creation. */
  readonly key: string;
  /** Canonical JSON of the vote; `null` withdraws. */
  readonly choices: string | null;
  /** True when `choices` contains a write-in. */
  readonly written: boolean;
  /** Of the definition that the vote was checked against. Another one in the database makes it `stale`. */
  readonly versionBase: number;
  readonly canChange: boolean;
  readonly canWithdraw: boolean;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
}

/** The stored row of one voter at one item; `choices` is `null` after a withdrawal. */
export interface Ballot {
  readonly key: string;
  readonly choices: string | null;
  readonly at: number;
}

/**
 * The result of a vote. `counted`: the voter had no ballot. `replaced`: the ballot was changed or
 * withdrawn. `unchanged`: a repetition, an older key, or the same vote again. The others are refusals:
 * `key_reused`: the key belongs to another vote; `already_voted`: the policy forbids the change;
 * `stale`: the item has a new definition since the check.
 */
export type Verdict =
  'counted' | 'replaced' | 'unchanged' | 'key_reused' | 'already_voted' | 'stale';

export interface Outcome {
  readonly verdict: Verdict;
  /** The voter's ballot after the batch; `null` for none. */
  readonly ballot: Ballot | null;
}
