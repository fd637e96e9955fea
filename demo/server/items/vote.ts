import type { Item } from './item.js';

/** One checked wish of a voter, ready for the queue. */
export interface CheckedVote {
  readonly item: Item;
  /** Keyed hash of item and token; see `voterOf`. */
  readonly voter: string;
  /** UUIDv7 in lower case: as text it sorts by the time it was made. */
  readonly key: string;
  /** Canonical JSON of what was chosen; `null` withdraws. */
  readonly choices: string | null;
  /** True when `choices` holds free text that waits for an editor. */
  readonly written: boolean;
  /** `base` of the definition the vote was checked against; another one in the database: `stale`. */
  readonly versionBase: number;
  readonly canChange: boolean;
  readonly canWithdraw: boolean;
  /** Milliseconds since 1970 by the server's clock. */
  readonly at: number;
}

/** What the database keeps of one voter at one item; `choices` is `null` once withdrawn. */
export interface Ballot {
  readonly key: string;
  readonly choices: string | null;
  readonly at: number;
}

/**
 * What became of a vote. `counted`: the first ballot. `replaced`: changed or withdrawn.
 * `unchanged`: a replay, an older key, or the same choice again. The others changed nothing:
 * the key stands for another vote, the policy forbids it, or the item was redefined meanwhile.
 */
export type Verdict =
  'counted' | 'replaced' | 'unchanged' | 'key_reused' | 'already_voted' | 'stale';

export interface Outcome {
  readonly verdict: Verdict;
  /** The ballot that holds now; `null` when the voter has none. */
  readonly ballot: Ballot | null;
}

/** Name of a voter's place at an item; neither part can hold a line break. */
export const placeName = (id: string, voter: string) => `${id}\n${voter}`;

/** Name of a key at an item, where no two voters may hold it. */
export const keyName = (id: string, key: string) => `${id}\n${key}`;
