import { requireOpen, type BallotContent } from '../ballots/require-open.js';
import { voteView } from '../ballots/vote-view.js';
import { readBallot } from '../database/read-ballots.js';
import { Problem } from '../items/problem.js';
import type { Item } from '../items/item.js';
import type { Database } from '../items/database.js';
import { represent } from '../snapshots/representations.js';
import type { ItemCache } from '../snapshots/item-cache.js';
import type { RequestedLanguage } from '../snapshots/texts.js';
import { policyOf, type StoredItem } from '../items/stored-item.js';
import { repetition } from '../ballots/decide-batch.js';
import type { Ballot, Outcome } from '../items/vote.js';
import type { VoteQueue } from './vote-queue.js';

/** The parts of the service that casting a vote needs. */
export interface VotingContext {
  readonly database: Database;
  readonly cache: ItemCache;
  readonly queue: VoteQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A vote or withdrawal before the check against its item. */
export interface VoteRequest {
  readonly item: Item;
  readonly voter: string;
  readonly key: string;
  /** `null` withdraws. */
  readonly content: BallotContent | null;
  /** Throws a problem when the content does not fit the item. A withdrawal has no check. */
  readonly check?: (stored: StoredItem) => void;
  /** The `challenge` of the host, for this request. */
  readonly passes?: (() => boolean | Promise<boolean>) | undefined;
  readonly lang?: RequestedLanguage;
}

/** The answer to a vote; `body` is JSON text. */
export interface VoteReply {
  readonly status: 200 | 201;
  readonly body: string;
}

const mostAttempts = 5;

async function castOnce(voting: VotingContext, request: VoteRequest): Promise<Outcome> {
  const { item, voter, key, content, check } = request;
  const stored = await voting.cache.definition(item);
  const now = voting.now();
  requireOpen(stored, now);
  check?.(stored);
  const { change, withdraw } = policyOf(stored);
  return voting.queue.cast({
    item,
    voter,
    key,
    choices: content?.choices ?? null,
    written: content?.written ?? false,
    versionBase: stored.versionBase,
    canChange: change,
    canWithdraw: withdraw,
    at: now,
  });
}

/** Reads the item from the database. True when its definition is not the cached one. */
async function isRedefined({ cache }: VotingContext, item: Item): Promise<boolean> {
  const { versionBase } = await cache.definition(item);
  cache.drop(item);
  return (await cache.get(item)).versionBase !== versionBase;
}

/** Checks and casts. A definition that changes between check and commit starts another attempt. */
async function castFresh(voting: VotingContext, request: VoteRequest): Promise<Outcome> {
  if (request.passes && !(await request.passes())) throw new Problem('challenge_required');
  for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
    try {
      const outcome = await castOnce(voting, request);
      if (outcome.verdict !== 'stale') return outcome;
      voting.cache.drop(request.item);
    } catch (error) {
      // The refusal counts only if it came from the present definition.
      if (!(error instanceof Problem) || !(await isRedefined(voting, request.item))) throw error;
    }
  }
  throw new Problem('unavailable', { retryAfter: 1 });
}

/**
 * Looks whether a refused request repeats a vote that was counted before, because its answer was lost
 * or because it arrives late. Such a request gets its outcome, even if the poll has closed since.
 * Throws the problem otherwise, with the present vote and snapshot.
 */
async function reconsiderRefusal(
  voting: VotingContext,
  request: VoteRequest,
  problem: Problem,
): Promise<Outcome> {
  if (['not_found', 'removed', 'unavailable'].includes(problem.code)) throw problem;
  const ballot = await readBallot(voting.database, request);
  const { key, content } = request;
  const verdict = ballot && repetition({ key, choices: content?.choices ?? null }, ballot);
  if (verdict) return { verdict, ballot };
  throw await withCurrent(voting, request, problem, ballot);
}

/** The problem with the voter's present vote and snapshot added. */
async function withCurrent(
  voting: VotingContext,
  request: VoteRequest,
  problem: Problem,
  ballot: Ballot | null,
) {
  const { vote, snapshot } = await currentTexts(voting, request, ballot);
  return problem.with({ vote, snapshot });
}

/** The voter's present vote, and the snapshot that this voter may see, as JSON texts. */
export async function currentTexts(
  voting: VotingContext,
  { item, lang }: Pick<VoteRequest, 'item' | 'lang'>,
  ballot: Ballot | null,
) {
  const stored = await voting.cache.get(item);
  const vote = voteView(stored, ballot);
  const audience = vote ? 'voter' : 'public';
  const snapshot = represent(stored, audience, voting.now(), lang)?.text ?? 'null';
  return { vote: JSON.stringify(vote), snapshot };
}

/** Checks a vote against its item, commits it through the queue and builds the answer. Throws problems. */
export async function castVote(voting: VotingContext, request: VoteRequest): Promise<VoteReply> {
  const { verdict, ballot } = await castFresh(voting, request).catch((error: unknown) => {
    if (error instanceof Problem) return reconsiderRefusal(voting, request, error);
    throw error;
  });
  if (verdict === 'key_reused' || verdict === 'already_voted') {
    throw await withCurrent(voting, request, new Problem(verdict), ballot);
  }
  const { vote, snapshot } = await currentTexts(voting, request, ballot);
  const time = new Date(voting.now()).toISOString();
  return {
    status: verdict === 'counted' ? 201 : 200,
    body: `{"vote":${vote},"snapshot":${snapshot},"server_time":"${time}"}`,
  };
}
