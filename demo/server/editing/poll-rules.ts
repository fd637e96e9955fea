import { optionItem, otherOption, questionItem, votersItem } from '../ballots/tally-items.js';
import { Problem } from '../http/problem.js';
import { mostOptions } from '../schema/definitions.js';
import type {
  OptionDefinition,
  PollDefinition,
  QuestionDefinition,
  Schedule,
} from '../schema/definition-types.js';

/** Counters that came from an older system. */
export type Imported = readonly (readonly [item: string, count: number])[];

export const wordsOption: OptionDefinition = {
  id: otherOption,
  label: { en: 'Other', ru: 'Другое' },
  pinned: true,
};

/** The poll as it is kept: a question that takes own words has the option that stands for them. */
export function completePoll(definition: PollDefinition): PollDefinition {
  const complete = (question: QuestionDefinition): QuestionDefinition =>
    question.other && !question.options.some(({ id }) => id === otherOption)
      ? { ...question, options: [...question.options, wordsOption] }
      : question;
  // A wish for this one change, and no part of what is defined.
  return { ...definition, questions: definition.questions.map(complete), restart: undefined };
}

const repeated = (ids: readonly string[]) => ids.find((id, index) => ids.indexOf(id) !== index);

/** RFC 3339 has four digits for the year, wherever the zone moves it. */
const [firstTime, lastTime] = [
  Date.parse('0000-01-01T00:00:00Z'),
  Date.UTC(9999, 11, 31, 23, 59, 59),
];

/** What is wrong with the times of an item; `undefined` when nothing is. */
export function scheduleFault({ opens_at: opens, closes_at: closes }: Schedule) {
  for (const [name, time] of Object.entries({ opens_at: opens, closes_at: closes })) {
    // The format allows leap seconds; the clocks of JavaScript do not have them.
    const at = Date.parse(time ?? '');
    if (time && !(at >= firstTime && at <= lastTime)) return `${name} is not a time: "${time}"`;
  }
  const reversed = opens && closes && Date.parse(opens) >= Date.parse(closes);
  return reversed ? 'closes_at must be after opens_at' : undefined;
}

function questionFault(question: QuestionDefinition): string | undefined {
  const { options, kind, min = 1, max = kind === 'single' ? 1 : options.length } = question;
  const twice = repeated(options.map(({ id }) => id));
  if (twice) return `option "${twice}" is there twice`;
  // One more than was sent, where there is one for own words.
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

/** An id that no part of the poll has cannot start at 0. */
function restartFault({ questions }: PollDefinition, restart: readonly string[]) {
  const known = new Set(
    questions.flatMap(({ id, options }) => [id, ...options.map((option) => `${id}/${option.id}`)]),
  );
  const unknown = restart.find((id) => !known.has(id));
  return unknown === undefined ? undefined : `restart: unknown id "${unknown}"`;
}

/**
 * Throws what a schema cannot say: the first fault, with the place where it is.
 * @param restart - Ids that are to start at 0.
 */
export function requireSoundPoll(
  definition: PollDefinition,
  restart: readonly string[] = [],
): void {
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
  const fault = faults.find(Boolean);
  if (fault) throw new Problem('malformed', { detail: fault });
}

/** Imported votes as counters. A single choice has as many voters as votes. */
export function importedPollCounts({ questions, imported }: PollDefinition): Imported {
  if (!imported) return [];
  const perQuestion = questions.flatMap(({ id, kind }) => {
    const votes = Object.entries(imported.votes[id] ?? {});
    const sum = votes.reduce((total, [, count]) => total + count, 0);
    const voters = kind === 'single' ? sum : Math.min(sum, imported.voters);
    const options = votes.map(([option, count]) => [optionItem(id, option), count] as const);
    return [[questionItem(id), voters] as const, ...options];
  });
  return [[votersItem, imported.voters], ...perQuestion];
}

/** Whether two definitions offer the same choices: only then do ballots of one fit the other. */
export function sameChoices(one: PollDefinition, other: PollDefinition): boolean {
  const choices = ({ questions }: PollDefinition) =>
    JSON.stringify(
      questions
        .map(({ id, options }) => [id, ...options.map((option) => option.id).sort()])
        .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    );
  return choices(one) === choices(other);
}
