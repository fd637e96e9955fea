/** The draft of a poll, which the form edits. */
import type { QuestionDefinition } from '../../../src/contract/definition.js';
import { type Policy, type ResultsRule, usualPolicy } from '../../../src/contract/item.js';
import { otherLabel } from '../../../src/contract/definition-rules.js';
import { otherOption } from '../../../src/contract/poll.js';

/** Languages of the form. The form does not change texts in other languages. */
export const languages = ['en', 'ru'] as const;

export type Tongue = (typeof languages)[number];

/** A text by language, with spaces as typed; `''` for none. */
export interface DraftTexts {
  en: string;
  ru: string;
  [lang: string]: string;
}

export interface DraftImage {
  /** Address of the picture; blank for none. */
  src: string;
  alt: DraftTexts;
  /** Pixels; `null` for none, NaN if the field contains no number. */
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
  /** True if readers may write their own answer. Its option `other` is then the last one. */
  other: boolean;
  options: DraftOption[];
  /** Ids that new options must not get, those of removed options included. */
  readonly used: Set<string>;
}

export interface DraftImport {
  voters: number;
  votes: Record<string, Record<string, number>>;
}

export interface Draft {
  item: string;
  title: DraftTexts;
  /** RFC 3339; `null` for no time, `''` if the editor has chosen a time but not entered it. */
  opens_at: string | null;
  closes_at: string | null;
  closed: boolean;
  results: ResultsRule;
  policy: Policy;
  questions: DraftQuestion[];
  imported: DraftImport | null;
  /** Ids that new questions must not get, those of removed questions included. */
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

/** Returns the next free id of the series a, b, … z, a2, b2 …. It does not reuse ids of removed parts. */
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

/** Returns an empty option with a new id. The caller adds it to the question. */
export function newOption(question: DraftQuestion): DraftOption {
  const id = nextLetter(question.used);
  question.used.add(id);
  return optionWith(id, emptyTexts(), false);
}

/** Returns a question with two empty options. The caller adds it to the draft. */
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

/** Adds or removes the option `other` for write-ins, which is always the last one. */
export function setOther(question: DraftQuestion, on: boolean): void {
  question.other = on;
  question.options = question.options.filter(({ id }) => id !== otherOption);
  if (on) question.options.push(optionWith(otherOption, { ...otherLabel }, true));
}

export function emptyDraft(): Draft {
  const draft: Draft = {
    ...{ item: '', title: emptyTexts(), opens_at: null, closes_at: null, closed: false },
    ...{ results: 'always', policy: { ...usualPolicy } },
    ...{ questions: [], imported: null, used: new Set() },
  };
  draft.questions.push(newQuestion(draft));
  return draft;
}
