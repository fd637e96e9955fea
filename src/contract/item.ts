export const kinds = ['rating', 'poll', 'share'] as const;

/** What readers can rate, answer or share. */
export type Kind = (typeof kinds)[number];

export const states = ['scheduled', 'open', 'closed'] as const;

/** Whether votes are taken: not yet, now, or no more. */
export type State = (typeof states)[number];

/** What a reader may do with a vote that has been counted. */
export interface Policy {
  /** Replace it by another vote. */
  readonly change: boolean;
  /** Take it back. */
  readonly withdraw: boolean;
}

export const resultsRules = ['always', 'after_vote', 'after_close', 'never'] as const;

/** Who sees the counts: everyone, those who have voted, everyone once voting has closed, or nobody. */
export type ResultsRule = (typeof resultsRules)[number];
