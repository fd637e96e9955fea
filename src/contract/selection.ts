import { otherOption } from './poll.js';
import type { PollAnswer } from './poll.js';
import type { SelectionError, SelectionRule } from './problem.js';

/** How many options an answer may have. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** True if there must be an answer. */
  readonly required: boolean;
}

/** A question as far as it says which answers are valid. */
export interface Answerable extends Bounds {
  readonly id: string;
  /** True if the option `other` takes the reader's own words. */
  readonly other: boolean;
  readonly options: readonly { readonly id: string }[];
}

/** The rule that a number of chosen options breaks; `undefined` if it breaks none. */
export function brokenBound(
  { min, max, required }: Bounds,
  chosen: number,
): SelectionRule | undefined {
  if (!chosen) return required ? 'required' : undefined;
  return chosen < min ? 'too_few' : chosen > max ? 'too_many' : undefined;
}

const repeated = (options: readonly string[]) =>
  options.find((option, index) => options.indexOf(option) < index);

/** What is wrong with the answer to one question; `undefined` if nothing is. */
function answerError(
  question: Answerable,
  answer: PollAnswer | undefined,
): Omit<SelectionError, 'question'> | undefined {
  const { options, other } = answer ?? { options: [], other: undefined };
  const twice = repeated(options);
  if (twice !== undefined) return { rule: 'duplicate_option', option: twice };
  if (other !== undefined && !question.other) return { rule: 'other_not_offered' };
  const isOffered = (id: string) =>
    question.options.some((option) => option.id === id) || (question.other && id === otherOption);
  const unknown = options.find((option) => !isOffered(option));
  if (unknown !== undefined) return { rule: 'unknown_option', option: unknown };
  const rule = brokenBound(question, options.length);
  return rule && { rule };
}

/** All that is wrong with the answers of a vote; empty if it may be counted. */
export function selectionErrors(
  questions: readonly Answerable[],
  answers: readonly PollAnswer[],
): SelectionError[] {
  const given = new Map<string, PollAnswer>();
  const errors: SelectionError[] = [];
  for (const answer of answers) {
    const { question } = answer;
    if (!questions.some(({ id }) => id === question))
      errors.push({ question, rule: 'unknown_question' });
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
