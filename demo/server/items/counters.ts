import type { Kind } from './item.js';

/** One answered question of a ballot. `other` is the reader's own words, not yet public. */
export interface Answer {
  readonly question: string;
  readonly options: readonly string[];
  readonly other?: string;
  /** There were own words, and an editor has erased them. */
  readonly erased?: true;
}

/** The option that stands for the reader's own words. */
export const otherOption = 'other';

/** Names of counters. Ids of questions and options hold no slash, so the names cannot collide. */
export const starItem = (value: number) => `star/${value}`;
export const networkItem = (network: string) => `network/${network}`;
export const questionItem = (question: string) => `question/${question}`;
export const optionItem = (question: string, option: string) => `option/${question}/${option}`;
export const votersItem = 'voters';
/** Counts nothing: its changes are those of the words that an editor has approved or erased. */
export const wordsItem = 'words';
/** Not among the counters, but in a table of its own: ballots that hold words for a question. */
export const wordsOfItem = (question: string) => `words/${question}`;

const readers = {
  rating: (choices: unknown) => [starItem((choices as { value: number }).value)],
  share: (choices: unknown) => [networkItem((choices as { network: string }).network)],
  poll: (choices: unknown) => pollItems((choices as { answers: Answer[] }).answers),
};

function pollItems(answers: readonly Answer[]): string[] {
  const items = answers.flatMap(({ question, options }) => [
    questionItem(question),
    ...options.map((option) => optionItem(question, option)),
  ]);
  return [votersItem, ...items];
}

/** The counters that a stored ballot raises: the one rule for voting and for a recount. */
export function tallyItems(kind: Kind, choices: string): string[] {
  return readers[kind](JSON.parse(choices));
}
