import type {
  OptionDefinition,
  PollDefinition,
  QuestionDefinition,
  RatingDefinition,
} from './definition.js';
import { mostOptions, usualStars } from './limits.js';
import { otherOption } from './poll.js';
import { scheduleFault } from './schedule.js';
import { answerBounds } from './selection.js';

/** Label of the option `other`, by language. */
export const otherLabel = { en: 'Other', ru: 'Другое' } as const;

/** `completePoll` adds this option to a question that takes write-ins and does not list it. */
export const otherOptionDefinition: OptionDefinition = {
  id: otherOption,
  label: otherLabel,
  pinned: true,
};

/**
 * Returns the poll as a server stores it, with the option `other` in each question that takes
 * write-ins. Leaves out `restart`, because it requests one change only.
 */
export function completePoll(definition: PollDefinition): PollDefinition {
  const complete = (question: QuestionDefinition): QuestionDefinition =>
    question.other && !question.options.some(({ id }) => id === otherOption)
      ? { ...question, options: [...question.options, otherOptionDefinition] }
      : question;
  return { ...definition, questions: definition.questions.map(complete), restart: undefined };
}

const repeated = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) !== index);

function questionFault(question: QuestionDefinition): string | undefined {
  const { options, kind } = question;
  const { min, max } = answerBounds(question);
  const twice = repeated(options.map(({ id }) => id));
  if (twice) return `option "${twice}" is there twice`;
  // The schema limits what an editor writes, but `completePoll` may have added one option more.
  if (options.length > mostOptions) return `more than ${mostOptions} options`;
  if (min > max) return `min ${min} is above max ${max}`;
  if (max > options.length) return `max ${max} is above the number of options`;
  return kind === 'single' && max > 1 ? 'a single choice has max 1' : undefined;
}

function importFault({ questions, imported }: PollDefinition): string | undefined {
  for (const [id, votes] of Object.entries(imported?.votes ?? {})) {
    const question = questions.find((one) => one.id === id);
    if (!question) return `imported: unknown question "${id}"`;
    const known = new Set(question.options.map((option) => option.id));
    const unknown = Object.keys(votes).find((option) => !known.has(option));
    if (unknown) return `imported: unknown option "${unknown}" of question "${id}"`;
  }
  return undefined;
}

/** Returns a message if `restart` names a question or an option that the definition does not have. */
function restartFault({ questions }: PollDefinition, restart: readonly string[]) {
  const known = new Set(
    questions.flatMap(({ id, options }) => [id, ...options.map((option) => `${id}/${option.id}`)]),
  );
  const unknown = restart.find((id) => !known.has(id));
  return unknown === undefined ? undefined : `restart: unknown id "${unknown}"`;
}

/**
 * Checks what a JSON Schema cannot express, such as repeated ids or `min` above `max`.
 * @param definition - A poll that `completePoll` has returned.
 * @param restart - Ids whose counts the editor wants to set to 0: `question` or `question/option`.
 * @returns a message for the editor about the first fault, with its place; `undefined` for a valid
 *   poll.
 */
export function pollFault(
  definition: PollDefinition,
  restart: readonly string[] = [],
): string | undefined {
  const { questions } = definition;
  const twice = repeated(questions.map(({ id }) => id));
  const faults = [
    scheduleFault(definition),
    twice && `question "${twice}" is there twice`,
    ...questions.map((question, index) => {
      const fault = questionFault(question);
      return fault && `questions/${index}: ${fault}`;
    }),
    importFault(definition),
    restartFault(definition, restart),
  ];
  return faults.find(Boolean) || undefined;
}

/**
 * Checks what a JSON Schema cannot express. Returns a message for the editor about the first fault;
 * `undefined` for a valid rating.
 */
export function ratingFault(definition: RatingDefinition): string | undefined {
  const { max = usualStars, imported } = definition;
  const tooMany = (imported?.histogram.length ?? 0) > max;
  return (
    scheduleFault(definition) ??
    (tooMany ? `imported.histogram has more than ${max} stars` : undefined)
  );
}
