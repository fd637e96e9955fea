/**
 * `sum100` rounds by the largest remainder method, so that the percentages add up to 100. `plain`
 * rounds each percentage on its own.
 */
export type Rounding = 'sum100' | 'plain';

/** Above this number of options, the points that `sum100` adds look arbitrary, so `plain` applies. */
const mostForSum = 20;

/**
 * Rounds all percentages down, then adds one point each to the largest remainders until the sum is
 * 100. Exact up to 9·10¹³ votes, because `count * 100` must stay a safe integer.
 */
function largestRemainder(votes: readonly number[], total: number): number[] {
  const remainders = votes.map((count) => (count * 100) % total);
  const floors = votes.map((count, index) => (count * 100 - (remainders[index] ?? 0)) / total);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  // The sort is stable, so among equal remainders the option that comes first gets the point.
  const order = [...votes.keys()].sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0));
  return floors.map((floor, index) => floor + Number(order.indexOf(index) < missing));
}

/**
 * Formats the percentages of options as texts without the percent sign. An option with votes never
 * reads `0` but `<1`. An option that lacks some of the votes never reads `100` but `>99`.
 * @param base - The number that makes 100 %: the votes of a single choice, the voters of a multiple
 *   choice.
 * @param rounding - Use `sum100` only where each voter has one vote, so that `base` is the sum of
 *   `votes`.
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
