export const kinds = ['rating', 'poll', 'share'] as const;

/** What an item is: a rating, a poll, or a page that readers share. */
export type Kind = (typeof kinds)[number];

export const states = ['scheduled', 'open', 'closed'] as const;

/**
 * `scheduled`: voting has not started. `open`: the back end takes votes. `closed`: voting has
 * ended.
 */
export type State = (typeof states)[number];

/** What a reader may do with a counted vote. */
export interface Policy {
  /** True if the reader may replace the vote. */
  readonly change: boolean;
  /** True if the reader may withdraw the vote. */
  readonly withdraw: boolean;
}

/** The policy of an item that has none of its own. */
export const usualPolicy: Policy = { change: true, withdraw: true };

export const resultsRules = ['always', 'after_vote', 'after_close', 'never'] as const;

/**
 * Who sees the counts. `always`: everyone. `after_vote`: voters, and everyone once voting has
 * closed. `after_close`: everyone once voting has closed. `never`: nobody.
 */
export type ResultsRule = (typeof resultsRules)[number];
