import type { Endpoint } from './client.js';
import { readChecks, type Check } from './reads.js';
import { writeChecks } from './writes.js';

export interface Result {
  readonly title: string;
  readonly outcome: 'holds' | 'fails' | 'not asked';
  readonly reason: string;
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

async function runCheck(check: Check, endpoint: Endpoint): Promise<Result> {
  const { title, needsPoll = false } = check;
  if (needsPoll && endpoint.poll === undefined) {
    return { title, outcome: 'not asked', reason: 'name a poll with --poll' };
  }
  try {
    await check.run(endpoint);
    return { title, outcome: 'holds', reason: '' };
  } catch (error) {
    return { title, outcome: 'fails', reason: reasonOf(error) };
  }
}

/** Runs the checks one after another; with `write` also those that vote. */
export async function runSuite(endpoint: Endpoint, write: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of [...readChecks, ...(write ? writeChecks : [])]) {
    results.push(await runCheck(check, endpoint));
  }
  return results;
}
