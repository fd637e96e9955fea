import type { FakeEndpoint, Plan } from './fake-endpoint.js';
import type { ProbeElement, ProbeVote } from './probe-element.js';
import { until } from './wait.js';

/** Casts a vote, `null` for a withdrawal, that does not get through and is kept: by default all four attempts fail. */
export async function castInVain(
  probe: ProbeElement,
  api: FakeEndpoint,
  vote: ProbeVote | null,
  fault: Plan = { status: 500 },
): Promise<void> {
  await api.plan({ method: vote ? 'PUT' : 'DELETE', times: 4, ...fault });
  probe.shared.cast(vote);
  await until(() => probe.view.phase === 'queued', 'the wish to be kept');
}
