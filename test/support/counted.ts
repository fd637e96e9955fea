import type { ProbeElement, ProbeVote } from './probe-element.js';
import { until } from './wait.js';

/**
 * Waits until a vote of that value, `undefined` for none, is what the back end has confirmed. The value
 * alone is shown from the press on, while the vote is on its way: until the answer no other is taken.
 */
export const counted = (probe: ProbeElement, value?: number): Promise<void> =>
  until(
    () => probe.view.phase === 'ready' && probe.ownVote === value,
    value === undefined ? 'no vote to be confirmed' : `the vote ${value} to be confirmed`,
  );

/** Casts a vote, `null` for a withdrawal, and waits until it is counted. */
export async function castVote(probe: ProbeElement, vote: ProbeVote | null): Promise<void> {
  probe.shared.cast(vote);
  await counted(probe, vote?.value);
}
