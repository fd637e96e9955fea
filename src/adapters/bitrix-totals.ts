/** The totals that the component publishes for an element. */
export interface Totals {
  /** The mean, plain or damped according to the settings of the component. */
  readonly value: number;
  readonly votes: number;
}

/** Parses the totals in an answer or in the markup. Throws a TypeError if they are invalid. */
export function totalsOf({ value, votes }: Readonly<Record<string, unknown>>): Totals {
  const totals = { value: Number(value), votes: Number(votes) };
  if (!Number.isFinite(totals.value)) throw new TypeError('value: expected a number');
  if (!Number.isSafeInteger(totals.votes)) throw new TypeError('votes: expected a count');
  return totals;
}

/** Reads `data-value` and `data-votes` of the element with this `item`. */
export function totalsInPage(item: string): Totals | undefined {
  const mark = document.querySelector<HTMLElement>(`[item="${CSS.escape(item)}"][data-votes]`);
  return mark
    ? totalsOf({ value: mark.dataset['value'] ?? 0, votes: mark.dataset['votes'] })
    : undefined;
}

/**
 * Computes the plain mean from a damped one. Rounds it to two decimals, as the component does, and
 * limits it to the scale.
 */
export function plainMean({ value, votes }: Totals, max: number): number {
  const sum = value * (votes + 10) - 6.25 * max;
  const mean = Math.round((sum / votes) * 100) / 100;
  return Math.min(Math.max(mean, 1), max);
}
