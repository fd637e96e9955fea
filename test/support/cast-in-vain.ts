import type { FakeEndpoint, Plan } from './fake-endpoint.js';
import type { ProbeElement, ProbeVote } from './probe-element.js';
import { until } from './wait.js';

/**
 * Casts a vote, `null` for a withdrawal, that does not get through and is kept: by default all four
 * attempts fail. The waits between them are of random length, and fall on their shortest here.
 */
export async function castInVain(
  probe: ProbeElement,
  api: FakeEndpoint,
  vote: ProbeVote | null,
  fault: Plan = { status: 500 },
): Promise<void> {
  await api.plan({ method: vote ? 'PUT' : 'DELETE', times: 4, ...fault });
  const { random } = Math;
  Math.random = () => 0;
  try {
    probe.shared.cast(vote);
    await until(() => probe.view.phase === 'queued', 'the wish to be kept');
  } finally {
    Math.random = random;
  }
}
