/** Random numbers that a seed repeats (mulberry32): a failed run can be played again. */
export interface Chance {
  /** From 0 to just below 1. */
  number(): number;
  /** A whole number from 0 to just below `end`. */
  below(end: number): number;
  pick<T>(all: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  let state = seed;
  const number = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(number() * end);
  return {
    number,
    below,
    pick<T>(all: readonly T[]): T {
      const found = all[below(all.length)];
      if (found === undefined) throw new Error('Nothing to pick from.');
      return found;
    },
  };
}
