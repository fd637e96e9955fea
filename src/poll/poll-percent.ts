/** How percentages are rounded: to a sum of 100 (largest remainder), or each by itself. */
export type Rounding = 'sum100' | 'plain';

/** Above this many options, points handed out to reach 100 look arbitrary. */
const mostForSum = 20;

const asText = (percent: number, votes: number, base: number): string => {
  if (percent === 0 && votes > 0) return '<1';
  return percent === 100 && votes < base ? '>99' : String(percent);
};

/** Whole percentages of a sum of 100: floors, then the missing points to the largest remainders. */
function largestRemainder(votes: readonly number[], total: number): number[] {
  // BigInt: a hundredfold count can exceed what a double holds exactly.
  const base = BigInt(total);
  const floors = votes.map((count) => Number((BigInt(count) * 100n) / base));
  const remainders = votes.map((count) => (BigInt(count) * 100n) % base);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const order = [...votes.keys()].sort((a, b) => {
    const [left = 0n, right = 0n] = [remainders[a], remainders[b]];
    return left === right ? a - b : left < right ? 1 : -1;
  });
  const lucky = new Set(order.slice(0, missing));
  return floors.map((floor, index) => floor + Number(lucky.has(index)));
}

/**
 * Percentages of some options as texts without the sign: `31`, `<1` where a vote must not look like
 * none, `>99` where not all went to one.
 * @param base - What 100 % is: the votes of a single choice, the voters of a multiple one.
 * @param rounding - `sum100` makes sense only where every voter has one vote, so that `base` is the sum.
 */
export function percentTexts(votes: readonly number[], base: number, rounding: Rounding): string[] {
  if (base === 0) return votes.map(() => '0');
  const plain = rounding === 'plain' || votes.length > mostForSum;
  const percents = plain
    ? votes.map((count) => Math.round((count * 100) / base))
    : largestRemainder(votes, base);
  return percents.map((percent, index) => asText(percent, votes[index] ?? 0, base));
}
