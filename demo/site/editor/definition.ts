/** What an editor writes of a poll, as the contract has it. */

/** A text in one language, or in several by language tag. */
export type Texts = string | Readonly<Record<string, string>>;

export type ResultsRule = 'always' | 'after_vote' | 'after_close' | 'never';

export interface Policy {
  readonly change: boolean;
  readonly withdraw: boolean;
}

export interface ImageDefinition {
  readonly src: string;
  readonly alt: Texts;
  readonly width?: number;
  readonly height?: number;
}

export interface OptionDefinition {
  readonly id: string;
  readonly label: Texts;
  readonly description?: Texts | null;
  readonly image?: ImageDefinition | null;
  readonly pinned?: boolean;
}

export interface QuestionDefinition {
  readonly id: string;
  readonly text: Texts;
  readonly kind: 'single' | 'multiple';
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly order?: 'authored' | 'random';
  readonly other?: boolean;
  readonly options: readonly OptionDefinition[];
}

/** Votes brought from an older system, by question and option. */
export interface ImportedVotes {
  readonly voters: number;
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PollDefinition {
  readonly title: Texts;
  /** RFC 3339; `null` for no such time. */
  readonly opens_at?: string | null;
  readonly closes_at?: string | null;
  /** Closed by hand, whatever the times say. */
  readonly closed?: boolean;
  readonly results?: ResultsRule;
  readonly policy?: Partial<Policy>;
  readonly questions: readonly QuestionDefinition[];
  readonly imported?: ImportedVotes | null;
}
