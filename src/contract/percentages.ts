/** How percentages are rounded: to a sum of 100 (largest remainder), or each by itself. */
export type Rounding = 'sum100' | 'plain';

/** Above this many options, points handed out to reach 100 look arbitrary. */
const mostForSum = 20;

/** Floors, then the missing points to the largest remainders; exact up to 9·10¹³ votes. */
function largestRemainder(votes: readonly number[], total: number): number[] {
  const remainders = votes.map((count) => (count * 100) % total);
  const floors = votes.map((count, index) => (count * 100 - (remainders[index] ?? 0)) / total);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  // Sorting is stable: of equal remainders the option that was written first gets the point.
  const order = [...votes.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0));
  return floors.map((floor, index) => floor + Number(order.indexOf(index) < missing));
}

/**
 * Percentages of some options as texts without the sign: `31`, `<1` where a vote must not look like
 * none, `>99` where not all went to one.
 * @param base - What 100 % is: the votes of a single choice, the voters of a multiple one.
 * @param rounding - `sum100` makes sense only where every voter has one vote, so that `base` is the sum.
 */
export function percentTexts(votes: readonly number[], base: number, rounding: Rounding): string[] {
  const plain = rounding === 'plain' || votes.length > mostForSum || !base;
  const percents = plain
    ? votes.map((count) => Math.round((count * 100) / (base || 1)))
    : largestRemainder(votes, base);
  return percents.map((percent, index) => {
    const count = votes[index] ?? 0;
    if (percent < 1 && count) return '<1';
    return percent > 99 && count < base ? '>99' : String(percent);
  });
}
