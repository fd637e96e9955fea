/** What the component tells of an element. */
export interface Totals {
  /** The mean, plain or damped as the component is set up. */
  readonly value: number;
  readonly votes: number;
}

/** The totals in an answer or in the markup; throws a TypeError where they are none. */
export function totalsOf({ value, votes }: Readonly<Record<string, unknown>>): Totals {
  const totals = { value: Number(value), votes: Number(votes) };
  if (!Number.isFinite(totals.value)) throw new TypeError('value: expected a number');
  if (!Number.isSafeInteger(totals.votes)) throw new TypeError('votes: expected a count');
  return totals;
}

/** `data-value` and `data-votes` of the mark that names the item. */
export function totalsInPage(item: string): Totals | undefined {
  const mark = document.querySelector<HTMLElement>(`[item="${CSS.escape(item)}"][data-votes]`);
  return mark
    ? totalsOf({ value: mark.dataset['value'] ?? 0, votes: mark.dataset['votes'] })
    : undefined;
}

/** The plain mean behind a damped one, to two decimals as the component rounds, and on the scale. */
export function plainMean({ value, votes }: Totals, max: number): number {
  const sum = value * (votes + 10) - 6.25 * max;
  const mean = Math.round((sum / votes) * 100) / 100;
  return Math.min(Math.max(mean, 1), max);
}
