import type { SelectionRule } from '../contract/problem.js';
import { brokenBound } from '../contract/selection.js';
import {
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  otherOption,
} from '../contract/poll.js';

/**
 * The reader's selection for one question. `other` keeps the write-in even while its option is not
 * selected.
 */
export interface Choice {
  readonly options: readonly string[];
  readonly other: string;
}

/** The reader's selections by question id, before they become a vote. */
export type Ballot = ReadonlyMap<string, Choice>;

/**
 * What is wrong with an answer. `missing`: no option selected. `least`: too few. `up_to`: too many.
 * `wordless`: `other` without a text.
 */
export type Fault = 'missing' | 'least' | 'up_to' | 'wordless';

export const choiceFor = (ballot: Ballot, { id }: PollQuestion): Choice =>
  ballot.get(id) ?? { options: [], other: '' };

/**
 * Returns the ballot with one option selected or deselected. In a single choice the new option
 * replaces the former one.
 */
export function withOption(
  ballot: Ballot,
  question: PollQuestion,
  option: string,
  picked: boolean,
): Ballot {
  const { options, other } = choiceFor(ballot, question);
  const rest = question.kind === 'single' ? [] : options.filter((id) => id !== option);
  return new Map(ballot).set(question.id, { options: picked ? [...rest, option] : rest, other });
}

/** Returns the ballot with a new write-in, which also selects its option. */
export function withOther(ballot: Ballot, question: PollQuestion, other: string): Ballot {
  const next = other.trim() ? withOption(ballot, question, otherOption, true) : ballot;
  return new Map(next).set(question.id, { ...choiceFor(next, question), other });
}

/** Returns the ballot that corresponds to a vote. */
export const ballotOf = (vote: PollVote | null): Ballot =>
  new Map(vote?.answers.map(({ question, options, other = '' }) => [question, { options, other }]));

/** Returns the ballot without questions and options that the poll no longer has. */
export const withValidOnly = (ballot: Ballot, { questions }: PollSnapshot): Ballot =>
  new Map(
    questions.map((question) => {
      const { options, other } = choiceFor(ballot, question);
      const offered = question.options.map(({ id }) => id);
      return [question.id, { options: options.filter((id) => offered.includes(id)), other }];
    }),
  );

const faultNames: Partial<Record<SelectionRule, Fault>> = {
  required: 'missing',
  too_few: 'least',
  too_many: 'up_to',
};

/** Returns the fault of an answer; `undefined` if the answer is valid. */
function faultOf(ballot: Ballot, question: PollQuestion): Fault | undefined {
  const { options, other } = choiceFor(ballot, question);
  const rule = brokenBound(question, options.length);
  if (question.other && options.includes(otherOption) && !other.trim()) return 'wordless';
  return rule && faultNames[rule];
}

/**
 * Returns the vote to send, with the answered questions in the order of the poll and the options in
 * the order of their list.
 */
export const voteOf = (ballot: Ballot, { revision, questions }: PollSnapshot): PollVote => ({
  revision,
  answers: questions.flatMap((question) => {
    const { options: picked, other } = choiceFor(ballot, question);
    const options = question.options.map(({ id }) => id).filter((id) => picked.includes(id));
    const words = question.other && picked.includes(otherOption) && { other: other.trim() };
    return options.length ? [{ question: question.id, options, ...words }] : [];
  }),
});

/** Returns the faults by question id; an empty map if the vote may be sent. */
export function faultsOf(ballot: Ballot, poll: PollSnapshot): ReadonlyMap<string, Fault> {
  const faults = poll.questions.flatMap((question) => {
    const fault = faultOf(ballot, question);
    return fault ? [[question.id, fault] as const] : [];
  });
  // If every question is optional, the vote must still answer one.
  const [first] = poll.questions;
  const blank = first && !faults.length && !voteOf(ballot, poll).answers.length;
  return new Map(blank ? [[first.id, 'missing']] : faults);
}
