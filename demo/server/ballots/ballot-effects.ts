import { missingWriteIns, type HeldWriteIn } from './write-ins.js';
import type { Item } from '../items/item.js';
import { countersOf } from '../items/counters.js';

/** By how much a batch changes one counter. */
export interface CounterChange {
  readonly item: Item;
  readonly counter: string;
  readonly by: number;
}

/** The `choices` of a voter's ballot before and after a change; `null` for none. */
export interface BallotChange {
  readonly item: Item;
  readonly voter: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The changes in other tables that follow from changed ballots, sorted so that locks have one order. */
export interface BallotEffects {
  readonly counterChanges: readonly CounterChange[];
  /** Write-ins that ballots gained, and those that they lost. */
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

/** Adds up the changes of each counter. A sum of 0 stays, since it still raises the version. */
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

/** The changes of counters and write-ins that follow from changed ballots. */
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
