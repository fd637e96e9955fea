import type { PollJson, PollOptionJson, PollQuestionJson } from '../contract/json.js';
import { type ResultsRule, usualPolicy } from '../contract/item.js';
import { type PollVote, otherOption } from '../contract/poll.js';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';
import { stateAt } from '../contract/schedule.js';
import { answerBounds } from '../contract/selection.js';

/** A rating in memory. Absent fields have the defaults of the contract. */
export interface MemoryRating extends Partial<Omit<RatingSnapshot, 'item'>> {
  /** Who sees the counts; `always` by default. */
  readonly results?: ResultsRule;
  /** The reader's own vote, which the counts include; none by default. */
  readonly vote?: RatingVote;
}

type Named<T extends { readonly id: string }> = Partial<T> & Pick<T, 'id'>;

export type MemoryOption = Named<PollOptionJson>;

export interface MemoryQuestion extends Omit<Named<PollQuestionJson>, 'options'> {
  readonly options: readonly MemoryOption[];
}

/** A poll in memory. Absent fields have the defaults of the contract. */
export interface MemoryPoll extends Partial<Omit<PollJson, 'item' | 'questions'>> {
  readonly questions: readonly MemoryQuestion[];
  /** The reader's own vote, which the counts include; none by default. */
  readonly vote?: PollVote;
}

/** Clicks by network id. */
export type MemoryShares = Readonly<Record<string, number>>;

/** One item with all its counts and the vote of the one reader. */
export type MemoryItem =
  | { kind: 'rating'; all: RatingSnapshot; vote: RatingVote | null; rule: ResultsRule }
  | { kind: 'poll'; all: PollJson; vote: PollVote | null; rule: ResultsRule };

export function ratingItem(item: string, rating: MemoryRating = {}): MemoryItem {
  const { results: rule = 'always', vote = null, ...given } = rating;
  const { max = 5, histogram = null, votes = sum(histogram ?? []) } = given;
  const stars = (histogram ?? []).reduce((total, count, index) => total + count * (index + 1), 0);
  const mean = histogram && votes ? stars / votes : null;
  const all: RatingSnapshot = {
    ...{ item, version: 1, state: 'open', mean, policy: usualPolicy },
    ...given,
    ...{ max, votes, histogram: histogram ?? (votes ? null : Array<number>(max).fill(0)) },
  };
  return { kind: 'rating', all, vote, rule };
}

const sum = (counts: readonly (number | null)[]) =>
  counts.reduce<number>((total, count) => total + (count ?? 0), 0);

function questionOf({ options: written, ...given }: MemoryQuestion): PollQuestionJson {
  const listed = !given.other || written.some(({ id }) => id === otherOption);
  const options = (
    listed ? written : [...written, { id: otherOption, label: '', pinned: true }]
  ).map((option): PollOptionJson => ({
    ...{ label: option.id, description: null, image: null, pinned: false, votes: 0 },
    ...option,
  }));
  const { kind = 'single' } = given;
  const votes = sum(options.map((option) => option.votes));
  return {
    ...{ text: '', kind, order: 'authored', other: false, voters: votes, votes },
    ...answerBounds({ kind, options }),
    ...given,
    options,
  };
}

export function pollItem(item: string, poll: MemoryPoll): MemoryItem {
  const { vote = null, ...given } = poll;
  const questions = poll.questions.map(questionOf);
  const rule = given.results ?? 'always';
  const all: PollJson = {
    ...{ item, revision: 1, version: 1, opens_at: null, closes_at: null, lang: 'en', title: '' },
    ...{ results: rule, results_state: 'visible', policy: usualPolicy },
    ...{ voters: Math.max(0, ...questions.map(({ voters }) => voters ?? 0)) },
    ...given,
    state: given.state ?? stateAt(given, Date.now()),
    questions,
  };
  return { kind: 'poll', all, vote, rule };
}

/** Returns the clicks as a snapshot of the contract. */
export const sharesOf = (item: string, networks: MemoryShares, version: number) => ({
  ...{ item, version, networks, total: sum(Object.values(networks)) },
});
