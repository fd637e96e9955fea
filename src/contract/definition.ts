import type { Policy, ResultsRule } from './item.js';

/** A text in one language, or an object with one text for each BCP 47 language tag. */
export type Texts = string | Readonly<Record<string, string>>;

/**
 * The fields that a rating and a poll share. Times are RFC 3339 texts; a missing time or `null`
 * means no limit.
 */
export interface Schedule {
  readonly opens_at?: string | null;
  readonly closes_at?: string | null;
  /** True if an editor has closed voting by hand. It overrides both times. */
  readonly closed?: boolean;
}

export interface RatingDefinition extends Schedule {
  /** Number of stars; 5 when absent. */
  readonly max?: number;
  readonly results?: ResultsRule;
  readonly policy?: Partial<Policy>;
  /** Votes imported from an older system. `histogram[0]` is the number of votes with one star. */
  readonly imported?: { readonly histogram: readonly number[] } | null;
}

export interface OptionDefinition {
  readonly id: string;
  readonly label: Texts;
  readonly description?: Texts | null;
  readonly image?: ImageDefinition | null;
  /** True if the option keeps its position when the order is random; false when absent. */
  readonly pinned?: boolean;
}

export interface ImageDefinition {
  readonly src: string;
  readonly alt: Texts;
  readonly width?: number;
  readonly height?: number;
}

export interface QuestionDefinition {
  readonly id: string;
  readonly text: Texts;
  readonly kind: 'single' | 'multiple';
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly order?: 'authored' | 'random';
  /**
   * True if readers may write an answer of their own. A server then adds the option `other` if the
   * list lacks it.
   */
  readonly other?: boolean;
  readonly options: readonly OptionDefinition[];
}

export interface PollDefinition extends Schedule {
  readonly title: Texts;
  readonly results?: ResultsRule;
  readonly policy?: Partial<Policy>;
  readonly questions: readonly QuestionDefinition[];
  readonly imported?: ImportedPoll | null;
  /**
   * Ids that the editor reuses with a new meaning, so that their counts start at 0: `question` or
   * `question/option`.
   */
  readonly restart?: readonly string[] | undefined;
}

export interface ImportedPoll {
  readonly voters: number;
  /** Votes by question id, then by option id. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type Definition = RatingDefinition | PollDefinition;
