import type { ResultsRule, State } from './item.js';

/** Whether a reader may see the counts of an item; `hasVoted` means that the reader's vote is in. */
export function areCountsVisible(results: ResultsRule, state: State, hasVoted: boolean): boolean {
  if (results === 'always' || results === 'never') return results === 'always';
  return state === 'closed' || (results === 'after_vote' && hasVoted);
}
