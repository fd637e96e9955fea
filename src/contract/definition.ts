import type { Policy, ResultsRule } from './item.js';

/** A text in one language, or in several by language tag. */
export type Texts = string | Readonly<Record<string, string>>;

/** What an editor may say of ratings and polls alike. Times are RFC 3339; missing or `null` means no limit. */
export interface Schedule {
  readonly opens_at?: string | null;
  readonly closes_at?: string | null;
  /** Closed by hand, whatever the times say. */
  readonly closed?: boolean;
}

export interface RatingDefinition extends Schedule {
  /** Number of stars; 5 when absent. */
  readonly max?: number;
  readonly results?: ResultsRule;
  readonly policy?: Partial<Policy>;
  /** Votes brought from an older system: `histogram[0]` is how many gave one star. */
  readonly imported?: { readonly histogram: readonly number[] } | null;
}

export interface OptionDefinition {
  readonly id: string;
  readonly label: Texts;
  readonly description?: Texts | null;
  readonly image?: ImageDefinition | null;
  /** Keeps its place when the order is random; false when absent. */
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
  /** The option `other` takes the reader's own words; it is added when the list lacks it. */
  readonly other?: boolean;
  readonly options: readonly OptionDefinition[];
}

export interface PollDefinition extends Schedule {
  readonly title: Texts;
  readonly results?: ResultsRule;
  readonly policy?: Partial<Policy>;
  readonly questions: readonly QuestionDefinition[];
  readonly imported?: ImportedPoll | null;
  /** Ids that may come back with another meaning and start at 0: `question`, `question/option`. */
  readonly restart?: readonly string[] | undefined;
}

export interface ImportedPoll {
  readonly voters: number;
  /** By question, then by option. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type Definition = RatingDefinition | PollDefinition;
