import { Problem, type SelectionError } from '../items/problem.js';
import type { PollDefinition, QuestionDefinition } from '../schema/definition-types.js';
import type { PollVoteBody } from '../schema/votes.js';
import { pollDefinitionOf, type StoredItem } from '../items/stored-item.js';
import type { BallotContent } from './require-open.js';
import { otherOption, type BallotAnswer } from '../items/counters.js';

const byText = (a: string, b: string) => (a < b ? -1 : 1);

function answerOf({ question, options, other }: PollVoteBody['answers'][number]): BallotAnswer {
  const words = other?.trim() ?? '';
  // Own words choose the option that stands for them.
  const chosen = words && !options.includes(otherOption) ? [...options, otherOption] : options;
  return { question, options: [...chosen].sort(byText), ...(words && { other: words }) };
}

/**
 * The stored form of a ballot: made from the body alone and independent of the order in which a
 * form listed things, so that a replay is recognised even after the poll was changed or closed.
 */
export function pollBallotContent(body: PollVoteBody): BallotContent {
  const answers = body.answers.map(answerOf).filter(({ options }) => options.length);
  answers.sort((a, b) => byText(a.question, b.question));
  const choices = JSON.stringify({ answers });
  const written = answers.some(({ other }) => other !== undefined);
  return { choices, written };
}

type Broken = Omit<SelectionError, 'question'>;

const repeated = (options: readonly string[]) =>
  options.find((option, index) => options.indexOf(option) < index);

/** What is wrong with the answer to one question; `undefined` when nothing is. */
function ruleBroken(
  question: QuestionDefinition,
  answer: BallotAnswer | undefined,
): Broken | undefined {
  const { kind, min = 1, required = true } = question;
  const max = kind === 'single' ? 1 : (question.max ?? question.options.length);
  if (!answer) return required ? { rule: 'required' } : undefined;
  const { options, other } = answer;
  const twice = repeated(options);
  if (twice !== undefined) return { rule: 'duplicate_option', option: twice };
  if (other !== undefined && !question.other) return { rule: 'other_not_offered' };
  const unknown = options.find((option) => !question.options.some(({ id }) => id === option));
  if (unknown !== undefined) return { rule: 'unknown_option', option: unknown };
  if (options.length < min) return { rule: 'too_few' };
  return options.length > max ? { rule: 'too_many' } : undefined;
}

function selectionErrors({ questions }: PollDefinition, answers: readonly BallotAnswer[]) {
  const errors: SelectionError[] = [];
  const known = new Set(questions.map(({ id }) => id));
  const given = new Map<string, BallotAnswer>();
  for (const answer of answers) {
    const { question } = answer;
    if (!known.has(question)) errors.push({ question, rule: 'unknown_question' });
    if (given.has(question)) errors.push({ question, rule: 'duplicate_question' });
    given.set(question, answer);
  }
  for (const question of questions) {
    const broken = ruleBroken(question, given.get(question.id));
    if (broken) errors.push({ question: question.id, ...broken });
  }
  // All questions are voluntary, but a ballot without any answer is none.
  if (answers.length || errors.length) return errors;
  return questions.map(({ id }): SelectionError => ({ question: id, rule: 'nothing_chosen' }));
}

/** Refuses a ballot that was made for another revision or breaks a rule of a question. */
export function checkPollVote(stored: StoredItem, body: PollVoteBody): void {
  const definition = pollDefinitionOf(stored);
  if (!definition) throw new Problem('not_found');
  if (body.revision !== stored.revision) throw new Problem('revision_changed');
  const { answers } = JSON.parse(pollBallotContent(body).choices) as { answers: BallotAnswer[] };
  const errors = selectionErrors(definition, answers);
  if (errors.length) throw new Problem('invalid_selection', { errors });
}
