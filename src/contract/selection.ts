import { otherOption } from './poll.js';
import type { PollAnswer } from './poll.js';
import type { SelectionError, SelectionRule } from './problem.js';

/** The limits on the number of options in an answer. */
export interface AnswerBounds {
  readonly min: number;
  readonly max: number;
  /** True if the vote must answer the question. */
  readonly required: boolean;
}

/** The part of a question that decides which answers are valid; definitions and snapshots have it. */
export interface AskedQuestion extends Partial<AnswerBounds> {
  readonly id: string;
  readonly kind: 'single' | 'multiple';
  /** True if the option `other` takes the reader's own words; false when absent. */
  readonly other?: boolean;
  /** All options, `other` included. */
  readonly options: readonly { readonly id: string }[];
}

type Bounded = Pick<AskedQuestion, 'kind' | 'min' | 'max' | 'required' | 'options'>;

/**
 * Returns the bounds of a question. By default an answer is required, and names 1 option or, in a
 * multiple choice, 1 to all.
 */
export const answerBounds = ({
  kind,
  min = 1,
  max,
  required = true,
  options,
}: Bounded): AnswerBounds => ({
  min,
  max: max ?? (kind === 'single' ? 1 : options.length),
  required,
});

/** Returns the options that an answer chooses. Own words choose the option that stands for them. */
export const chosenOptions = ({ options, other }: PollAnswer): readonly string[] =>
  other && !options.includes(otherOption) ? [...options, otherOption] : options;

/** Returns the rule that this number of selected options breaks; `undefined` if it breaks none. */
export function brokenBound(
  { min, max, required }: AnswerBounds,
  chosen: number,
): SelectionRule | undefined {
  if (!chosen) return required ? 'required' : undefined;
  return chosen < min ? 'too_few' : chosen > max ? 'too_many' : undefined;
}

const repeated = (options: readonly string[]) =>
  options.find((option, index) => options.indexOf(option) < index);

/** Returns the first rule that the answer to one question breaks; `undefined` if it breaks none. */
function answerError(
  question: AskedQuestion,
  answer: PollAnswer | undefined,
): Omit<SelectionError, 'question'> | undefined {
  const { options, other } = answer ?? { options: [], other: undefined };
  const twice = repeated(options);
  if (twice !== undefined) return { rule: 'duplicate_option', option: twice };
  if (other !== undefined && !question.other) return { rule: 'other_not_offered' };
  const unknown = options.find((option) => !question.options.some(({ id }) => id === option));
  if (unknown !== undefined) return { rule: 'unknown_option', option: unknown };
  const rule = brokenBound(answerBounds(question), options.length);
  return rule && { rule };
}

/**
 * Returns every error in the answers of a vote, at most one for each question and two for each
 * answer; an empty list if the vote is valid. Answers must name all options that they choose
 * (`chosenOptions`).
 */
export function selectionErrors(
  questions: readonly AskedQuestion[],
  answers: readonly PollAnswer[],
): SelectionError[] {
  const given = new Map<string, PollAnswer>();
  const known = new Set(questions.map(({ id }) => id));
  const errors: SelectionError[] = [];
  for (const answer of answers) {
    const { question } = answer;
    if (!known.has(question)) errors.push({ question, rule: 'unknown_question' });
    if (given.has(question)) errors.push({ question, rule: 'duplicate_question' });
    given.set(question, answer);
  }
  for (const question of questions) {
    const error = answerError(question, given.get(question.id));
    if (error) errors.push({ question: question.id, ...error });
  }
  // A vote may skip any optional question, but it must answer at least one.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}
