import {
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  otherOption,
} from './poll-snapshot.js';

/** What a reader has picked so far for one question; `other` is kept while it is not picked. */
export interface Choice {
  readonly options: readonly string[];
  readonly other: string;
}

/** A vote in the making, by question. */
export type Ballot = ReadonlyMap<string, Choice>;

/** What is wrong with an answer: nothing picked, too few, too many, or no words beside `other`. */
export type Fault = 'missing' | 'few' | 'many' | 'wordless';

/** Longest own answer, in characters. */
export const longestOther = 200;

const none: Choice = { options: [], other: '' };

export const choiceFor = (ballot: Ballot, question: string): Choice => ballot.get(question) ?? none;

/** The ballot with one option picked or dropped; in a single choice it replaces the former one. */
export function withOption(
  ballot: Ballot,
  question: PollQuestion,
  option: string,
  picked: boolean,
): Ballot {
  const { options, other } = choiceFor(ballot, question.id);
  const rest = question.kind === 'single' ? [] : options.filter((id) => id !== option);
  return new Map(ballot).set(question.id, { options: picked ? [...rest, option] : rest, other });
}

/** The ballot with the reader's own words, which pick the option they belong to. */
export function withOther(ballot: Ballot, question: PollQuestion, words: string): Ballot {
  const next = words.trim() ? withOption(ballot, question, otherOption, true) : ballot;
  return new Map(next).set(question.id, { ...choiceFor(next, question.id), other: words });
}

/** The ballot that a vote came from. */
export const ballotOf = (vote: PollVote | null): Ballot =>
  new Map(
    (vote?.answers ?? []).map(({ question, options, other = '' }) => [
      question,
      { options, other },
    ]),
  );

/** The ballot without what the poll does not offer any more. */
export function withValidOnly(ballot: Ballot, { questions }: PollSnapshot): Ballot {
  return new Map(
    questions.flatMap(({ id, options }) => {
      const { options: picked, other } = choiceFor(ballot, id);
      const still = picked.filter((option) => options.some((offered) => offered.id === option));
      return still.length || other ? [[id, { options: still, other }] as const] : [];
    }),
  );
}

/** What keeps an answer from being sent; `undefined` when it may go. */
export function faultOf(ballot: Ballot, question: PollQuestion): Fault | undefined {
  const { options, other } = choiceFor(ballot, question.id);
  const picked = options.length;
  if (!picked) return question.required ? 'missing' : undefined;
  if (question.other && options.includes(otherOption) && !other.trim()) return 'wordless';
  if (picked < question.min) return 'few';
  return picked > question.max ? 'many' : undefined;
}

/** The vote to send: answered questions in the order of the poll, options in the order of the list. */
export function voteOf(ballot: Ballot, { revision, questions }: PollSnapshot): PollVote {
  const answers = questions.flatMap(({ id, options: offered, other: allowed }) => {
    const { options, other } = choiceFor(ballot, id);
    const picked = offered
      .filter((option) => options.includes(option.id))
      .map(({ id: key }) => key);
    if (!picked.length) return [];
    const words = allowed && picked.includes(otherOption) ? { other: other.trim() } : {};
    return [{ question: id, options: picked, ...words }];
  });
  return { revision, answers };
}
