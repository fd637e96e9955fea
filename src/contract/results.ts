import type { ResultsRule, State } from './item.js';

/** True if a reader may see the counts of an item. */
export function areResultsVisible(rule: ResultsRule, state: State, hasVoted: boolean): boolean {
  if (rule === 'always' || rule === 'never') return rule === 'always';
  return state === 'closed' || (rule === 'after_vote' && hasVoted);
}
