import type { Check } from './check.js';
import { ballots } from './checks/ballots.js';
import { origins } from './checks/origins.js';
import { pages } from './checks/pages.js';
import { pollsOfItsOwn } from './checks/polls-of-its-own.js';
import { ratingVotes } from './checks/rating-votes.js';
import { reads } from './checks/reads.js';
import { refusals } from './checks/refusals.js';
import { shareClicks } from './checks/share-clicks.js';
import type { Endpoint } from './client.js';

export interface Result {
  readonly title: string;
  readonly outcome: 'holds' | 'fails' | 'not asked';
  readonly reason: string;
}

/** Checks that change nothing, and checks that vote at the test item. */
const reading: readonly Check[] = [...reads, ...pages, ...refusals, ...origins];
const writing: readonly Check[] = [...ratingVotes, ...shareClicks, ...ballots, ...pollsOfItsOwn];

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

async function runCheck({ title, needs, run }: Check, endpoint: Endpoint): Promise<Result> {
  if (needs && endpoint[needs] === undefined) {
    return { title, outcome: 'not asked', reason: `needs --${needs}` };
  }
  try {
    await run(endpoint);
    return { title, outcome: 'holds', reason: '' };
  } catch (error) {
    return { title, outcome: 'fails', reason: reasonOf(error) };
  }
}

/** Runs the checks one after another; with `write` also those that vote. */
export async function runSuite(endpoint: Endpoint, write: boolean): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of [...reading, ...(write ? writing : [])]) {
    results.push(await runCheck(check, endpoint));
  }
  return results;
}
