import { otherOption, type PollAnswer } from './poll.js';
import type { SelectionError } from './problem.js';

/** What the rules of a vote need to know of a question; a definition and a snapshot both have it. */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: 'single' | 'multiple';
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly other?: boolean;
  readonly options: readonly { readonly id: string }[];
}

/** Whether a rating of `max` stars takes this number of them. */
export const isStarCount = (value: number, max: number): boolean => value >= 1 && value <= max;

/** Fewest and most options that an answer may name: 1 and all, unless the question says otherwise. */
export function answerBounds({
  kind,
  min = 1,
  max,
  options,
}: Pick<AskedQuestion, 'kind' | 'min' | 'max' | 'options'>) {
  return { min, max: max ?? (kind === 'single' ? 1 : options.length) };
}

/** Options that an answer chooses. Own words choose the option that stands for them. */
export const chosenOptions = ({ options, other }: PollAnswer): readonly string[] =>
  other && !options.includes(otherOption) ? [...options, otherOption] : options;

type Broken = Omit<SelectionError, 'question'>;

const repeated = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) < index);

function brokenRule(question: AskedQuestion, answer: PollAnswer | undefined): Broken | undefined {
  if (!answer) return (question.required ?? true) ? { rule: 'required' } : undefined;
  const { options, other } = answer;
  const twice = repeated(options);
  if (twice !== undefined) return { rule: 'duplicate_option', option: twice };
  if (other !== undefined && !question.other) return { rule: 'other_not_offered' };
  const unknown = options.find((option) => !question.options.some(({ id }) => id === option));
  if (unknown !== undefined) return { rule: 'unknown_option', option: unknown };
  const { min, max } = answerBounds(question);
  if (options.length < min) return { rule: 'too_few' };
  const most = question.kind === 'single' ? 1 : max;
  return options.length > most ? { rule: 'too_many' } : undefined;
}

/**
 * The rules that a vote breaks, at most one for each question and two for each answer; empty for a
 * valid vote. Answers must name all options that they choose (`chosenOptions`).
 */
export function selectionErrors(
  questions: readonly AskedQuestion[],
  answers: readonly PollAnswer[],
): SelectionError[] {
  const errors: SelectionError[] = [];
  const known = new Set(questions.map(({ id }) => id));
  const given = new Map<string, PollAnswer>();
  for (const answer of answers) {
    const { question } = answer;
    if (!known.has(question)) errors.push({ question, rule: 'unknown_question' });
    if (given.has(question)) errors.push({ question, rule: 'duplicate_question' });
    given.set(question, answer);
  }
  for (const question of questions) {
    const broken = brokenRule(question, given.get(question.id));
    if (broken) errors.push({ question: question.id, ...broken });
  }
  // A poll without a required question still needs one answer.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}
