import { Problem } from '../items/problem.js';
import { absenceOf, stateOf, type StoredItem } from '../items/stored-item.js';

/** What a checked body comes to: the text to store, which tells the counters it raises. */
export interface BallotContent {
  readonly choices: string;
  readonly written: boolean;
}

/** What to answer for an item that `represent` has nothing for. */
export const absenceProblem = (stored: StoredItem) =>
  new Problem(absenceOf(stored) ?? 'not_found', { detail: 'The item does not exist, or no more.' });

/** Refuses a vote on what is not there, or outside the voting time by the server's clock. */
export function requireOpen(stored: StoredItem, now: number): void {
  if (absenceOf(stored)) throw absenceProblem(stored);
  const state = stateOf(stored, now);
  if (state === 'closed') throw new Problem('closed');
  if (state === 'scheduled') throw new Problem('not_open');
}
