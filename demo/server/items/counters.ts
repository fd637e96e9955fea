import type { Kind } from '../../../src/contract/item.js';
import type { PollAnswer } from '../../../src/contract/poll.js';
import type { RatingVote } from '../../../src/contract/rating.js';
import type { ShareClick } from '../../../src/contract/share.js';

/** One answered question of a ballot. `other` waits for the approval of an editor. */
export interface BallotAnswer extends PollAnswer {
  /** There were own words, and an editor has erased them. */
  readonly erased?: true;
}

/** Names of counters. Ids of questions and options hold no slash, so the names cannot collide. */
export const starCounter = (value: number) => `star/${value}`;
export const networkCounter = (network: string) => `network/${network}`;
export const questionCounter = (question: string) => `question/${question}`;
export const optionCounter = (question: string, option: string) => `option/${question}/${option}`;
export const votersCounter = 'voters';
/** Counts nothing: its changes are those of the words that an editor has approved or erased. */
export const writeInsCounter = 'words';
/** Not among the counters, but in a table of its own: ballots that hold words for a question. */
export const heldWriteInsName = (question: string) => `words/${question}`;

const readers = {
  rating: (choices: unknown) => [starCounter((choices as RatingVote).value)],
  share: (choices: unknown) => [networkCounter((choices as ShareClick).network)],
  poll: (choices: unknown) => pollCounters((choices as { answers: BallotAnswer[] }).answers),
};

function pollCounters(answers: readonly BallotAnswer[]): string[] {
  const items = answers.flatMap(({ question, options }) => [
    questionCounter(question),
    ...options.map((option) => optionCounter(question, option)),
  ]);
  return [votersCounter, ...items];
}

/** The counters that a stored ballot raises: the one rule for voting and for a recount. */
export function countersOf(kind: Kind, choices: string): string[] {
  return readers[kind](JSON.parse(choices));
}
