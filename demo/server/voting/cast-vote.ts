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

/** What a vote passes through; a part of the service. */
export interface VotingContext {
  readonly database: Database;
  readonly cache: ItemCache;
  readonly queue: VoteQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A voter's request before it is checked against the item. */
export interface VoteRequest {
  readonly item: Item;
  readonly voter: string;
  readonly key: string;
  /** `null` withdraws. */
  readonly content: BallotContent | null;
  /** Throws the problem when the choice does not fit the item; a withdrawal always does. */
  readonly check?: (stored: StoredItem) => void;
  /** The host's own check of the request. */
  readonly passes?: (() => boolean | Promise<boolean>) | undefined;
  readonly lang?: RequestedLanguage;
}

/** A reply as JSON text. */
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

/** Reads the item anew; true when another process has redefined it since it was last read here. */
async function isRedefined({ cache }: VotingContext, item: Item): Promise<boolean> {
  const { versionBase } = await cache.definition(item);
  cache.drop(item);
  return (await cache.get(item)).versionBase !== versionBase;
}

/** Casts, and checks again when the item was redefined between the check and the commit. */
async function castFresh(voting: VotingContext, request: VoteRequest): Promise<Outcome> {
  if (request.passes && !(await request.passes())) throw new Problem('challenge_required');
  for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
    try {
      const outcome = await castOnce(voting, request);
      if (outcome.verdict !== 'stale') return outcome;
      voting.cache.drop(request.item);
    } catch (error) {
      // Nobody is refused by a definition that holds no more.
      if (!(error instanceof Problem) || !(await isRedefined(voting, request.item))) throw error;
    }
  }
  throw new Problem('unavailable', { retryAfter: 1 });
}

/**
 * A refusal on second thoughts: when the request is one that the voter's ballot knows of, since its
 * answer got lost or it comes late, it is answered so, even if the poll has closed or changed since.
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

/** The problem together with what holds now. */
async function withCurrent(
  voting: VotingContext,
  request: VoteRequest,
  problem: Problem,
  ballot: Ballot | null,
) {
  const { vote, snapshot } = await currentTexts(voting, request, ballot);
  return problem.with({ vote, snapshot });
}

/** The voter's vote and the item as that voter may see it, as JSON texts. */
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

/** Check → queue → answer: the whole way of one vote. */
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
