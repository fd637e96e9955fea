import type { Verdict } from './verify.js';

export interface Conditions {
  /** The shorter form for every change; the long one for a release. */
  readonly short: boolean;
  /** In a browser: nothing new is begun after so many minutes, and what was done is judged. */
  readonly minutes?: number;
  /** Repeats a run; a random one is taken, and told, where none is given. */
  readonly seed?: number;
}

/** One way in which things go wrong. `skipped` names why this machine cannot play it. */
export interface Scenario {
  readonly name: string;
  run(
    conditions: Conditions,
  ): Promise<{ readonly verdict: Verdict; readonly detail: string } | { readonly skipped: string }>;
}
