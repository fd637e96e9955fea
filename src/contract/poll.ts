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
  /** Plain text; never read as HTML. */
  readonly label: string;
  readonly description: string;
  readonly image: PollImage | undefined;
  /** Keeps its place when the order is random. */
  readonly pinned: boolean;
  /** `null` while results are hidden. */
  readonly votes: number | null;
}

export interface PollQuestion {
  readonly id: string;
  readonly text: string;
  readonly kind: 'single' | 'multiple';
  /** Fewest and most options that an answer may name. */
  readonly min: number;
  readonly max: number;
  readonly required: boolean;
  readonly order: 'authored' | 'random';
  /** The option `other` takes the reader's own words. */
  readonly other: boolean;
  /** Readers who answered this question; `null` while results are hidden. */
  readonly voters: number | null;
  /** Readers' own words that an editor has approved. */
  readonly written: readonly string[];
  readonly options: readonly PollOption[];
}

/** What the back end says about one poll, checked. */
export interface PollSnapshot {
  readonly item: string;
  /** Rises when the set of options changes; a vote names the revision it was made for. */
  readonly revision: number;
  readonly version: number;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly opens_at: number | undefined;
  readonly closes_at: number | undefined;
  readonly title: string;
  readonly results: ResultsRule;
  /** `hidden` while the back end keeps the counts to itself; all counts are `null` then. */
  readonly results_state: 'visible' | 'hidden';
  readonly policy: Policy;
  /** Readers who voted; `null` where nobody says. */
  readonly voters: number | null;
  readonly questions: readonly PollQuestion[];
}

/** The answer to one question. `other` is the reader's own words, with the option `other`. */
export interface PollAnswer {
  readonly question: string;
  readonly options: readonly string[];
  readonly other?: string | undefined;
}

/** A whole vote: the body of the contract's `PUT …/vote`. */
export interface PollVote {
  readonly revision: number;
  readonly answers: readonly PollAnswer[];
}

/** True where the counts may be shown. */
export const isVisible = ({ results_state }: PollSnapshot) => results_state === 'visible';

/** The option that stands for the reader's own words. */
export const otherOption = 'other';
