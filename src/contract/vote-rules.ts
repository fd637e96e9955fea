import { otherOption, type PollAnswer } from './poll.js';
import type { SelectionError } from './problem.js';

/**
 * The fields of a question that the rules of a vote use. A definition and a snapshot both have
 * them.
 */
export interface AskedQuestion {
  readonly id: string;
  readonly kind: 'single' | 'multiple';
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
  readonly other?: boolean;
  readonly options: readonly { readonly id: string }[];
}

/** True if a rating with `max` stars accepts this number of stars. */
export const isStarCount = (value: number, max: number): boolean => value >= 1 && value <= max;

/**
 * Returns the fewest and the most options that an answer may select. `min` defaults to 1. `max`
 * defaults to 1 for a single choice, and to the number of options for a multiple choice.
 */
export function answerBounds({
  kind,
  min = 1,
  max,
  options,
}: Pick<AskedQuestion, 'kind' | 'min' | 'max' | 'options'>) {
  return { min, max: max ?? (kind === 'single' ? 1 : options.length) };
}

/**
 * Returns the ids of the options that an answer selects. A write-in selects the option `other`,
 * even if the answer does not list it.
 */
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
 * Returns the rules that a vote breaks; an empty list for a valid vote. Each question yields at
 * most one error, and each answer at most two more.
 * @param answers - Each must list every option that it selects, as `chosenOptions` returns them.
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
  // If no question is required, the vote must still answer at least one.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}
