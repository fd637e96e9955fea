/** A poll in the making: what the form edits. */
import type { QuestionDefinition } from '../../../src/contract/definition.js';
import type { Policy, ResultsRule } from '../../../src/contract/item.js';
import { otherOption } from '../../../src/contract/poll.js';

/** Languages of the form; texts in others are kept as they are. */
export const languages = ['en', 'ru'] as const;

export type Tongue = (typeof languages)[number];

/** A text as it is written, by language; empty where there is none. */
export interface DraftTexts {
  en: string;
  ru: string;
  [lang: string]: string;
}

export interface DraftImage {
  /** Blank for no picture. */
  src: string;
  alt: DraftTexts;
  /** Pixels; NaN for what is no number. */
  width: number | null;
  height: number | null;
}

export interface DraftOption {
  readonly id: string;
  label: DraftTexts;
  description: DraftTexts;
  image: DraftImage;
  pinned: boolean;
}

export interface DraftQuestion {
  readonly id: string;
  text: DraftTexts;
  kind: QuestionDefinition['kind'];
  min: number | null;
  max: number | null;
  required: boolean;
  order: 'authored' | 'random';
  /** Whether readers may write an answer of their own; its option stands last then. */
  other: boolean;
  options: DraftOption[];
  /** Ids that no new option may have: removed ones too. */
  readonly used: Set<string>;
}

export interface DraftImport {
  voters: number;
  votes: Record<string, Record<string, number>>;
}

export interface Draft {
  item: string;
  title: DraftTexts;
  /** RFC 3339; `null` for no time, `''` where a time is wanted and none is written yet. */
  opens_at: string | null;
  closes_at: string | null;
  closed: boolean;
  results: ResultsRule;
  policy: Policy;
  questions: DraftQuestion[];
  imported: DraftImport | null;
  /** Ids that no new question may have: removed ones too. */
  readonly used: Set<string>;
}

export const emptyTexts = (): DraftTexts => ({ en: '', ru: '' });

export const blankImage = (): DraftImage => ({
  src: '',
  alt: emptyTexts(),
  width: null,
  height: null,
});

export const isBlank = (texts: DraftTexts) => Object.values(texts).every((text) => !text.trim());

export const hasImage = ({ image }: DraftOption) => image.src.trim() !== '';

/** The next free id of a series: a, b, … z, a2, b2 …. Ids of removed parts are not used again. */
function nextLetter(used: ReadonlySet<string>): string {
  for (let round = 1; ; round++) {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      const id = round > 1 ? letter + round : letter;
      if (!used.has(id)) return id;
    }
  }
}

function nextQuestionId(used: ReadonlySet<string>): string {
  let number = 1;
  while (used.has(`q${number}`)) number++;
  return `q${number}`;
}

const optionWith = (id: string, label: DraftTexts, pinned: boolean): DraftOption => ({
  ...{ id, label, description: emptyTexts(), image: blankImage(), pinned },
});

/** An option with an id of its own, not yet in the question. */
export function newOption(question: DraftQuestion): DraftOption {
  const id = nextLetter(question.used);
  question.used.add(id);
  return optionWith(id, emptyTexts(), false);
}

/** A question with two empty options, not yet in the draft. */
export function newQuestion(draft: Draft): DraftQuestion {
  const id = nextQuestionId(draft.used);
  draft.used.add(id);
  const question: DraftQuestion = {
    ...{ id, text: emptyTexts(), kind: 'single', min: 1, max: null, required: true },
    ...{ order: 'authored', other: false, options: [], used: new Set([otherOption]) },
  };
  question.options.push(newOption(question), newOption(question));
  return question;
}

/** Offers or takes away the answer in the reader's own words; it stays last. */
export function setOther(question: DraftQuestion, on: boolean): void {
  question.other = on;
  question.options = question.options.filter(({ id }) => id !== otherOption);
  if (on) question.options.push(optionWith(otherOption, { en: 'Other', ru: 'Другое' }, true));
}

export function emptyDraft(): Draft {
  const draft: Draft = {
    ...{ item: '', title: emptyTexts(), opens_at: null, closes_at: null, closed: false },
    ...{ results: 'always', policy: { change: true, withdraw: true } },
    ...{ questions: [], imported: null, used: new Set() },
  };
  draft.questions.push(newQuestion(draft));
  return draft;
}
