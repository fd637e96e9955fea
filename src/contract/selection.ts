import { otherOption } from './poll.js';
import type { PollAnswer } from './poll.js';
import type { SelectionError, SelectionRule } from './problem.js';

/** The limits on the number of options in an answer. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** True if the vote must answer the question. */
  readonly required: boolean;
}

/** The part of a question that decides which answers are valid. */
export interface Answerable extends Bounds {
  readonly id: string;
  /** True if the reader may write an answer of their own, with the option `other`. */
  readonly other: boolean;
  readonly options: readonly { readonly id: string }[];
}

/** Returns the rule that this number of selected options breaks; `undefined` if it breaks none. */
export function brokenBound(
  { min, max, required }: Bounds,
  chosen: number,
): SelectionRule | undefined {
  if (!chosen) return required ? 'required' : undefined;
  return chosen < min ? 'too_few' : chosen > max ? 'too_many' : undefined;
}

const repeated = (options: readonly string[]) =>
  options.find((option, index) => options.indexOf(option) < index);

/** Returns the first rule that the answer to one question breaks; `undefined` if it breaks none. */
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

/** Returns every error in the answers of a vote; an empty list if the vote is valid. */
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
  // A vote may skip any optional question, but it must answer at least one.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}
