import type { Kind } from '../../../src/contract/item.js';
import type { PollAnswer } from '../../../src/contract/poll.js';
import type { RatingVote } from '../../../src/contract/rating.js';
import type { ShareClick } from '../../../src/contract/share.js';

/** The answer to one question as a ballot stores it. */
export interface BallotAnswer extends PollAnswer {
  /** An editor has erased the write-in of this answer. */
  readonly erased?: true;
}

/** Names of counters. Ids of questions and options contain no slash, so no two names are equal. */
export const starCounter = (value: number) => `star/${value}`;
export const networkCounter = (network: string) => `network/${network}`;
export const questionCounter = (question: string) => `question/${question}`;
export const optionCounter = (question: string, option: string) => `option/${question}/${option}`;
export const votersCounter = 'voters';
/** Always 0. Each approval and erasure of a write-in counts as a change of it and so raises the version. */
export const writeInsCounter = 'words';
/** The name under which a recount lists the write-ins of a question, which have a table of their own. */
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

/** The counters that a stored ballot raises by one. Voting and the recount both use this rule. */
export function countersOf(kind: Kind, choices: string): string[] {
  return readers[kind](JSON.parse(choices));
}
