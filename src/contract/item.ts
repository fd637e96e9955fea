/** What readers can rate, answer or share. */
export type Kind = 'rating' | 'poll' | 'share';

/** Whether votes are taken: not yet, now, or no more. */
export type State = 'scheduled' | 'open' | 'closed';

/** What a reader may do with a vote that has been counted. */
export interface Policy {
  /** Replace it by another vote. */
  readonly change: boolean;
  /** Take it back. */
  readonly withdraw: boolean;
}

/** Who sees the counts: everyone, those who have voted, everyone once voting has closed, or nobody. */
export type ResultsRule = 'always' | 'after_vote' | 'after_close' | 'never';
