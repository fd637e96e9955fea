import type { ResultsRule, State } from './item.js';

/**
 * True if a reader may see the counts of an item.
 * @param hasVoted - True if the server has counted a vote of this reader.
 */
export function areCountsVisible(results: ResultsRule, state: State, hasVoted: boolean): boolean {
  if (results === 'always' || results === 'never') return results === 'always';
  return state === 'closed' || (results === 'after_vote' && hasVoted);
}
