import { missingWriteIns, type HeldWriteIn } from './write-ins.js';
import type { Item } from '../items/item.js';
import { countersOf } from '../items/counters.js';

/** A change of one counter. */
export interface CounterChange {
  readonly item: Item;
  readonly counter: string;
  readonly by: number;
}

/** What a voter's ballot was and is; `null` for none. */
export interface BallotChange {
  readonly item: Item;
  readonly voter: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What ballots that have changes change elsewhere; sorted, so that all processes lock in one order. */
export interface BallotEffects {
  readonly counterChanges: readonly CounterChange[];
  /** Own words that a ballot holds from now on, and those that it holds no more. */
  readonly arrivals: readonly HeldWriteIn[];
  readonly departures: readonly HeldWriteIn[];
}

export const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const countsOf = ({ kind }: Item, choices: string | null) =>
  choices === null ? [] : countersOf(kind, choices);

const counterChangesOf = ({ item, from, to }: BallotChange): CounterChange[] => [
  ...countsOf(item, from).map((counter) => ({ item, counter, by: -1 })),
  ...countsOf(item, to).map((counter) => ({ item, counter, by: 1 })),
];

/** Sums changes per counter. One that a voter left and another entered still ticks. */
function sumChanges(deltas: readonly CounterChange[]): CounterChange[] {
  const sums = new Map<string, CounterChange>();
  for (const { item, counter, by } of deltas) {
    const name = `${item.id}\n${counter}`;
    sums.set(name, { item, counter, by: (sums.get(name)?.by ?? 0) + by });
  }
  return [...sums.values()].sort(
    (a, b) => compareText(a.item.id, b.item.id) || compareText(a.counter, b.counter),
  );
}

const sortWriteIns = (words: HeldWriteIn[]) =>
  words.sort(
    (a, b) =>
      compareText(a.item.id, b.item.id) ||
      compareText(a.question, b.question) ||
      compareText(a.words, b.words),
  );

/** Counters and words that follow from ballots. */
export function effectsOf(changes: readonly BallotChange[]): BallotEffects {
  const missing = (has: 'from' | 'to', lacks: 'from' | 'to') =>
    changes.flatMap((ballot) => {
      const { item, voter } = ballot;
      return missingWriteIns(ballot[has], ballot[lacks]).map((one) => ({ item, voter, ...one }));
    });
  return {
    counterChanges: sumChanges(changes.flatMap(counterChangesOf)),
    arrivals: sortWriteIns(missing('to', 'from')),
    departures: sortWriteIns(missing('from', 'to')),
  };
}
