import { Problem } from '../http/problem.js';
import { stateOf, type Widget } from '../snapshots/widget.js';

/** What a checked body comes to: the text to store and the counters it raises. */
export interface Choice {
  readonly choices: string;
  readonly counts: readonly string[];
  readonly written: boolean;
}

/** Refuses a vote outside the voting time, by the server's clock. */
export function requireOpen(widget: Widget, now: number): void {
  const state = stateOf(widget, now);
  if (state === 'closed') throw new Problem('closed');
  if (state === 'scheduled') throw new Problem('not_open');
}
