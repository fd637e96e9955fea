import { otherOption } from './poll.js';
import type { PollAnswer } from './poll.js';
import type { SelectionError, SelectionRule } from './problem.js';

/** How many options an answer may have. */
export interface AnswerBounds {
  readonly min: number;
  readonly max: number;
  /** True if there must be an answer. */
  readonly required: boolean;
}

/** A question as far as it says which answers are valid; a definition and a snapshot both have it. */
export interface AskedQuestion extends Partial<AnswerBounds> {
  readonly id: string;
  readonly kind: 'single' | 'multiple';
  /** True if the option `other` takes the reader's own words; false when absent. */
  readonly other?: boolean;
  /** All options, `other` included. */
  readonly options: readonly { readonly id: string }[];
}

type Bounded = Pick<AskedQuestion, 'kind' | 'min' | 'max' | 'required' | 'options'>;

/** The bounds of a question: required, with 1 option or, in a multiple choice, 1 to all. */
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

/** Options that an answer chooses. Own words choose the option that stands for them. */
export const chosenOptions = ({ options, other }: PollAnswer): readonly string[] =>
  other && !options.includes(otherOption) ? [...options, otherOption] : options;

/** The rule that a number of chosen options breaks; `undefined` if it breaks none. */
export function brokenBound(
  { min, max, required }: AnswerBounds,
  chosen: number,
): SelectionRule | undefined {
  if (!chosen) return required ? 'required' : undefined;
  return chosen < min ? 'too_few' : chosen > max ? 'too_many' : undefined;
}

const repeated = (options: readonly string[]) =>
  options.find((option, index) => options.indexOf(option) < index);

/** What is wrong with the answer to one question; `undefined` if nothing is. */
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
 * All that is wrong with the answers of a vote, at most one error for each question and two for each
 * answer; empty if the vote may be counted. Answers must name all options that they choose
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
  // Each question may be left out, but a vote without any answer is none.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}
