import { missingWords, type HeldWords } from './write-ins.js';
import type { Item } from '../items/item.js';
import { tallyItems } from '../items/counters.js';

/** A change of one counter. */
export interface Delta {
  readonly item: Item;
  readonly counter: string;
  readonly by: number;
}

/** What a voter's ballot was and is; `null` for none. */
export interface Turned {
  readonly item: Item;
  readonly voter: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What ballots that have turned change elsewhere; sorted, so that all processes lock in one order. */
export interface Changes {
  readonly deltas: readonly Delta[];
  /** Own words that a ballot holds from now on, and those that it holds no more. */
  readonly arrivals: readonly HeldWords[];
  readonly departures: readonly HeldWords[];
}

export const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const countsOf = ({ kind }: Item, choices: string | null) =>
  choices === null ? [] : tallyItems(kind, choices);

const deltasOf = ({ item, from, to }: Turned): Delta[] => [
  ...countsOf(item, from).map((counter) => ({ item, counter, by: -1 })),
  ...countsOf(item, to).map((counter) => ({ item, counter, by: 1 })),
];

/** Sums changes per counter. One that a voter left and another entered still ticks. */
function sumDeltas(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const { item, counter, by } of deltas) {
    const name = `${item.id}\n${counter}`;
    sums.set(name, { item, counter, by: (sums.get(name)?.by ?? 0) + by });
  }
  return [...sums.values()].sort(
    (a, b) => order(a.item.id, b.item.id) || order(a.counter, b.counter),
  );
}

const sortWords = (words: HeldWords[]) =>
  words.sort(
    (a, b) =>
      order(a.item.id, b.item.id) || order(a.question, b.question) || order(a.words, b.words),
  );

/** Counters and words that follow from ballots. */
export function changesOf(turned: readonly Turned[]): Changes {
  const missing = (has: 'from' | 'to', lacks: 'from' | 'to') =>
    turned.flatMap((ballot) => {
      const { item, voter } = ballot;
      return missingWords(ballot[has], ballot[lacks]).map((one) => ({ item, voter, ...one }));
    });
  return {
    deltas: sumDeltas(turned.flatMap(deltasOf)),
    arrivals: sortWords(missing('to', 'from')),
    departures: sortWords(missing('from', 'to')),
  };
}
