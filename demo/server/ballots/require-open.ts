import { Problem } from '../items/problem.js';
import { absenceOf, stateOf, type StoredItem } from '../items/stored-item.js';

/** The part of a ballot that follows from the body of a request: the JSON text to store. */
export interface BallotContent {
  readonly choices: string;
  readonly written: boolean;
}

/** The problem to answer for an item without a snapshot. */
export const absenceProblem = (stored: StoredItem) =>
  new Problem(absenceOf(stored) ?? 'not_found', { detail: 'The item does not exist, or no more.' });

/** Throws a problem unless the item exists and is open at `now`. */
export function requireOpen(stored: StoredItem, now: number): void {
  if (absenceOf(stored)) throw absenceProblem(stored);
  const state = stateOf(stored, now);
  if (state === 'closed') throw new Problem('closed');
  if (state === 'scheduled') throw new Problem('not_open');
}
