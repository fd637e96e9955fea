import { Problem } from '../items/problem.js';
import { absenceOf, stateOf, type Widget } from '../items/stored-item.js';

/** What a checked body comes to: the text to store, which tells the counters it raises. */
export interface Choice {
  readonly choices: string;
  readonly written: boolean;
}

/** What to answer for an item that `represent` has nothing for. */
export const absence = (widget: Widget) =>
  new Problem(absenceOf(widget) ?? 'not_found', { detail: 'The item does not exist, or no more.' });

/** Refuses a vote on what is not there, or outside the voting time by the server's clock. */
export function requireOpen(widget: Widget, now: number): void {
  if (absenceOf(widget)) throw absence(widget);
  const state = stateOf(widget, now);
  if (state === 'closed') throw new Problem('closed');
  if (state === 'scheduled') throw new Problem('not_open');
}
