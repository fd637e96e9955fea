import type { Policy, ResultsRule, State } from './item.js';

/** A picture beside an option. */
export interface PollImage {
  readonly src: string;
  readonly alt: string;
  readonly width: number | undefined;
  readonly height: number | undefined;
}

export interface PollOption {
  readonly id: string;
  /** Plain text; widgets never parse it as HTML. */
  readonly label: string;
  readonly description: string;
  readonly image: PollImage | undefined;
  /** True if the option keeps its position when the order is random. */
  readonly pinned: boolean;
  /** `null` while results are hidden. */
  readonly votes: number | null;
}

export interface PollQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: 'single' | 'multiple';
  /** The fewest and the most options that an answer may select. */
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  readonly order: 'authored' | 'random';
  /** True if the reader may write an answer of their own, with the option `other`. */
  readonly other: boolean;
  /** The number of readers who answered this question; `null` while results are hidden. */
  readonly voters: number | null;
  /** Write-ins that an editor has approved. */
  readonly written: readonly string[];
  readonly options: readonly PollOption[];
}

/** The public state of a poll, after `parsePoll` has checked it. */
export interface PollSnapshot {
  readonly item: string;
  /** Rises when the set of options changes. Each vote names the revision that the reader saw. */
  readonly revision: number;
  readonly version: number;
  readonly state: State;
  /** Milliseconds since 1970, like `closes_at`; `undefined` for no limit. */
  readonly opens_at: number | undefined;
  readonly closes_at: number | undefined;
  readonly title: string;
  readonly results: ResultsRule;
  /** `hidden` while the back end does not publish the counts. All counts are `null` then. */
  readonly results_state: 'visible' | 'hidden';
  readonly policy: Policy;
  /** The number of readers who voted; `null` if the back end does not publish it. */
  readonly voters: number | null;
  readonly questions: readonly PollQuestion[];
}

/**
 * The answer to one question. `other` is the text that the reader wrote, and goes with the option
 * `other`.
 */
export interface PollAnswer {
  readonly question: string;
  readonly options: readonly string[];
  readonly other?: string | undefined;
}

/** The vote of one reader: the body of `PUT /polls/{item}/vote`. */
export interface PollVote {
  readonly revision: number;
  readonly answers: readonly PollAnswer[];
}

/** True if the snapshot holds counts that a widget may show. */
export const isVisible = ({ results_state }: PollSnapshot) => results_state === 'visible';

/** The id of the option that a write-in selects. */
export const otherOption = 'other';
