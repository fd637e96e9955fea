import type { Item } from './item.js';
import type { Outcome, CheckedVote } from './vote.js';

/** A parameter that both engines accept. */
export type Value = string | number | null | readonly (string | number | null)[];

/** Runs one statement with parameters `$1`, `$2` … and returns its rows. */
export type Query = <Row>(text: string, values?: readonly Value[]) => Promise<Row[]>;

/**
 * The interface to a database engine. Callers write plain SQL that SQLite, PostgreSQL and distributed
 * engines with PostgreSQL's protocol understand. Only `cast`, the hot path, differs by engine.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  readonly query: Query;
  /** Runs `work` in one transaction. Where an engine reports a conflict, `work` runs again from its start. */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** Runs `work` in a transaction that reads one consistent state and does not block votes. */
  view<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** SQL that tests whether an expression is among the texts of a list, the parameter at `position`. */
  isAmong(expression: string, position: number): string;
  /** `for update` for an engine that locks rows, else an empty text. */
  readonly lockRows: string;
  /** Casts a batch in one transaction. Resolves once the batch is on disk. */
  cast(votes: readonly CheckedVote[]): Promise<Map<CheckedVote, Outcome>>;
  /**
   * Calls `listener` with the storage key of an item that another process changed. An engine may miss
   * changes, so the hub polls as well.
   */
  onChange(listener: (id: string) => void): void;
  /** Notifies the other processes of a new definition. */
  announce(item: Item): Promise<void>;
  /**
   * Writes the log of recent changes into the database file and empties the log, so that neither holds
   * erased text. The log stays while others use it. Does nothing where the engine manages its own log.
   */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be used at the moment. The same request may succeed later. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
