import type { Outcome, Vote } from '../voting/vote.js';

/** What both engines take as a parameter. */
export type Value = string | number | null | readonly (string | number | null)[];

/** Runs one statement with `$1`-style parameters and answers its rows. */
export type Query = <Row>(text: string, values?: readonly Value[]) => Promise<Row[]>;

/**
 * What the server asks of an engine. Statements are plain SQL that both engines and the distributed
 * ones that speak PostgreSQL's protocol understand; the hot path, `cast`, is written for each.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  readonly query: Query;
  /** Runs `work` in one transaction; repeated as a whole where the engine asks for it. */
  transaction<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** Runs `work` on one consistent view of everything, without standing in the way of votes. */
  view<Result>(work: (query: Query) => Promise<Result>): Promise<Result>;
  /** SQL that is true when the expression is among the texts of the list parameter. */
  isAmong(expression: string, position: number): string;
  /** `for update` where rows can be locked. */
  readonly lockRows: string;
  /** Casts a batch in one transaction; resolves only after it is on disk. */
  cast(votes: readonly Vote[]): Promise<Map<Vote, Outcome>>;
  /** Tells of widgets changed by other processes, where the engine can; never the only source. */
  onChange(listener: (widget: string) => void): void;
  /** Tells the other processes that a widget was redefined. */
  announce(widget: string): Promise<void>;
  /**
   * Brings the log of the last writes into the file and empties it, so that erased text is in neither.
   * It stays while others keep it busy; with an engine that keeps its log to itself, nothing is done.
   */
  emptyLog(): Promise<void>;
  close(): Promise<void>;
}

/** The database cannot be reached at the moment; the same request may be tried again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}
