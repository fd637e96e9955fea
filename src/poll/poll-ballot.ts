import {
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  otherOption,
} from '../contract/poll.js';

/** What a reader has picked so far for one question; `other` is kept while it is not picked. */
export interface Choice {
  readonly options: readonly string[];
  readonly other: string;
}

/** A vote in the making, by question. */
export type Ballot = ReadonlyMap<string, Choice>;

/** What is wrong with an answer: nothing picked, too few, too many, or no words beside `other`. */
export type Fault = 'missing' | 'least' | 'up_to' | 'wordless';

export const choiceFor = (ballot: Ballot, { id }: PollQuestion): Choice =>
  ballot.get(id) ?? { options: [], other: '' };

/** The ballot with one option picked or dropped; in a single choice it replaces the former one. */
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

/** The ballot with the reader's own words, which pick the option they belong to. */
export function withOther(ballot: Ballot, question: PollQuestion, other: string): Ballot {
  const next = other.trim() ? withOption(ballot, question, otherOption, true) : ballot;
  return new Map(next).set(question.id, { ...choiceFor(next, question), other });
}

/** The ballot that a vote came from. */
export const ballotOf = (vote: PollVote | null): Ballot =>
  new Map(vote?.answers.map(({ question, options, other = '' }) => [question, { options, other }]));

/** The ballot without what the poll does not offer any more. */
export const withValidOnly = (ballot: Ballot, { questions }: PollSnapshot): Ballot =>
  new Map(
    questions.map((question) => {
      const { options, other } = choiceFor(ballot, question);
      const offered = question.options.map(({ id }) => id);
      return [question.id, { options: options.filter((id) => offered.includes(id)), other }];
    }),
  );

/** What keeps an answer from being sent; `undefined` when it may go. */
function faultOf(ballot: Ballot, question: PollQuestion): Fault | undefined {
  const { options, other } = choiceFor(ballot, question);
  const { length } = options;
  if (!length) return question.required ? 'missing' : undefined;
  if (question.other && options.includes(otherOption) && !other.trim()) return 'wordless';
  return length < question.min ? 'least' : length > question.max ? 'up_to' : undefined;
}

/** The vote to send: answered questions in the order of the poll, options in the order of the list. */
export const voteOf = (ballot: Ballot, { revision, questions }: PollSnapshot): PollVote => ({
  revision,
  answers: questions.flatMap((question) => {
    const { options: picked, other } = choiceFor(ballot, question);
    const options = question.options.map(({ id }) => id).filter((id) => picked.includes(id));
    const words = question.other && picked.includes(otherOption) && { other: other.trim() };
    return options.length ? [{ question: question.id, options, ...words }] : [];
  }),
});

/** What is wrong, by question; empty when the vote may go. */
export function faultsOf(ballot: Ballot, poll: PollSnapshot): ReadonlyMap<string, Fault> {
  const faults = poll.questions.flatMap((question) => {
    const fault = faultOf(ballot, question);
    return fault ? [[question.id, fault] as const] : [];
  });
  // Where every question may be left out, all of them may not.
  const [first] = poll.questions;
  const blank = first && !faults.length && !voteOf(ballot, poll).answers.length;
  return new Map(blank ? [[first.id, 'missing']] : faults);
}
