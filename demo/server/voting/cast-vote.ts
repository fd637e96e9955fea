import { requireOpen, type Choice } from '../ballots/require-open.js';
import { voteView } from '../ballots/vote-view.js';
import { readBallot } from '../database/read-ballots.js';
import { Problem } from '../items/problem.js';
import type { Item } from '../items/item.js';
import type { Database } from '../items/database.js';
import { represent } from '../snapshots/representations.js';
import type { WidgetCache } from '../snapshots/item-cache.js';
import type { WishedLanguage } from '../snapshots/texts.js';
import { policyOf, type Widget } from '../items/stored-item.js';
import { repetition } from '../ballots/decide-batch.js';
import type { Ballot, Outcome } from '../items/vote.js';
import type { VoteQueue } from './vote-queue.js';

/** What a vote passes through; a part of the service. */
export interface Voting {
  readonly database: Database;
  readonly cache: WidgetCache;
  readonly queue: VoteQueue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A voter's wish before it is checked against the item. */
export interface Wish {
  readonly item: Item;
  readonly voter: string;
  readonly key: string;
  /** `null` withdraws. */
  readonly choice: Choice | null;
  /** Throws the problem when the choice does not fit the item; a withdrawal always does. */
  readonly check?: (widget: Widget) => void;
  /** The host's own check of the request. */
  readonly passes?: (() => boolean | Promise<boolean>) | undefined;
  readonly lang?: WishedLanguage;
}

/** A reply as JSON text. */
export interface Reply {
  readonly status: 200 | 201;
  readonly body: string;
}

const mostAttempts = 5;

async function attempt(voting: Voting, wish: Wish): Promise<Outcome> {
  const { item, voter, key, choice, check } = wish;
  const widget = await voting.cache.definition(item);
  const now = voting.now();
  requireOpen(widget, now);
  check?.(widget);
  const { change, withdraw } = policyOf(widget);
  return voting.queue.cast({
    item,
    voter,
    key,
    choices: choice?.choices ?? null,
    written: choice?.written ?? false,
    base: widget.base,
    canChange: change,
    canWithdraw: withdraw,
    at: now,
  });
}

/** Reads the item anew; true when another process has redefined it since it was last read here. */
async function isRedefined({ cache }: Voting, item: Item): Promise<boolean> {
  const { base } = await cache.definition(item);
  cache.drop(item);
  return (await cache.get(item)).base !== base;
}

/** Casts, and checks again when the item was redefined between the check and the commit. */
async function castFresh(voting: Voting, wish: Wish): Promise<Outcome> {
  if (wish.passes && !(await wish.passes())) throw new Problem('challenge_required');
  for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
    try {
      const outcome = await attempt(voting, wish);
      if (outcome.verdict !== 'stale') return outcome;
      voting.cache.drop(wish.item);
    } catch (error) {
      // Nobody is refused by a definition that holds no more.
      if (!(error instanceof Problem) || !(await isRedefined(voting, wish.item))) throw error;
    }
  }
  throw new Problem('unavailable', { retryAfter: 1 });
}

/**
 * A refusal on second thoughts: when the wish is one that the voter's ballot knows of, since its
 * answer got lost or it comes late, it is answered so, even if the poll has closed or changed since.
 */
async function settleRefusal(voting: Voting, wish: Wish, problem: Problem): Promise<Outcome> {
  if (['not_found', 'removed', 'unavailable'].includes(problem.code)) throw problem;
  const ballot = await readBallot(voting.database, wish);
  const { key, choice } = wish;
  const verdict = ballot && repetition({ key, choices: choice?.choices ?? null }, ballot);
  if (verdict) return { verdict, ballot };
  throw await explained(voting, wish, problem, ballot);
}

/** The problem together with what holds now. */
async function explained(voting: Voting, wish: Wish, problem: Problem, ballot: Ballot | null) {
  const { vote, snapshot } = await standing(voting, wish, ballot);
  return problem.with({ vote, snapshot });
}

/** The voter's vote and the item as that voter may see it, as JSON texts. */
export async function standing(
  voting: Voting,
  { item, lang }: Pick<Wish, 'item' | 'lang'>,
  ballot: Ballot | null,
) {
  const widget = await voting.cache.get(item);
  const vote = voteView(widget, ballot);
  const audience = vote ? 'voter' : 'public';
  const snapshot = represent(widget, audience, voting.now(), lang)?.text ?? 'null';
  return { vote: JSON.stringify(vote), snapshot };
}

/** Check → queue → answer: the whole way of one vote. */
export async function castVote(voting: Voting, wish: Wish): Promise<Reply> {
  const { verdict, ballot } = await castFresh(voting, wish).catch((error: unknown) => {
    if (error instanceof Problem) return settleRefusal(voting, wish, error);
    throw error;
  });
  if (verdict === 'key_reused' || verdict === 'already_voted') {
    throw await explained(voting, wish, new Problem(verdict), ballot);
  }
  const { vote, snapshot } = await standing(voting, wish, ballot);
  const time = new Date(voting.now()).toISOString();
  return {
    status: verdict === 'counted' ? 201 : 200,
    body: `{"vote":${vote},"snapshot":${snapshot},"server_time":"${time}"}`,
  };
}
