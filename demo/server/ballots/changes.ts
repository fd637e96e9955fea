import { missingWords, type HeldWords } from './own-words.js';
import { tallyItems } from '../items/counters.js';

/** A change of one counter. */
export interface Delta {
  readonly widget: string;
  readonly item: string;
  readonly by: number;
}

/** What a voter's ballot was and is; `null` for none. */
export interface Turned {
  readonly widget: string;
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

const countsOf = (widget: string, choices: string | null) =>
  choices === null ? [] : tallyItems(widget, choices);

const deltasOf = ({ widget, from, to }: Turned): Delta[] => [
  ...countsOf(widget, from).map((item) => ({ widget, item, by: -1 })),
  ...countsOf(widget, to).map((item) => ({ widget, item, by: 1 })),
];

/** Sums changes per counter. One that a voter left and another entered still ticks. */
function sumDeltas(deltas: readonly Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const { widget, item, by } of deltas) {
    const name = `${widget}\n${item}`;
    sums.set(name, { widget, item, by: (sums.get(name)?.by ?? 0) + by });
  }
  return [...sums.values()].sort((a, b) => order(a.widget, b.widget) || order(a.item, b.item));
}

const sortWords = (words: HeldWords[]) =>
  words.sort(
    (a, b) => order(a.widget, b.widget) || order(a.question, b.question) || order(a.words, b.words),
  );

/** Counters and words that follow from ballots. */
export function changesOf(turned: readonly Turned[]): Changes {
  const missing = (has: 'from' | 'to', lacks: 'from' | 'to') =>
    turned.flatMap((ballot) => {
      const { widget, voter } = ballot;
      return missingWords(ballot[has], ballot[lacks]).map((one) => ({ widget, voter, ...one }));
    });
  return {
    deltas: sumDeltas(turned.flatMap(deltasOf)),
    arrivals: sortWords(missing('to', 'from')),
    departures: sortWords(missing('from', 'to')),
  };
}
