import { pollWithVote, withHiddenResults } from '../contract/poll-vote.js';
import type { PollVote } from '../contract/poll.js';
import { type ProblemCode, type SelectionError, problemStatus } from '../contract/problem.js';
import { type RatingVote, isStarCount, withVote } from '../contract/rating.js';
import { areResultsVisible } from '../contract/results.js';
import { selectionErrors } from '../contract/selection.js';
import type { ShareClick } from '../contract/share.js';
import type { Adapter, Reading, Source, Wish } from '../data/adapter.js';
import {
  type MemoryItem,
  type MemoryPoll,
  type MemoryRating,
  type MemoryShares,
  pollItem,
  ratingItem,
  sharesOf,
} from './memory-items.js';

export type { MemoryOption, MemoryPoll, MemoryQuestion, MemoryRating } from './memory-items.js';

/** The initial data of a back end in memory. Each table is by item id. */
export interface MemoryOptions {
  /** A rating that is not listed has no votes yet, as in the contract. */
  readonly ratings?: Readonly<Record<string, MemoryRating>>;
  /** A poll that is not listed does not exist: `not_found`. */
  readonly polls?: Readonly<Record<string, MemoryPoll>>;
  /** Clicks by network; a page that is not listed has none yet. */
  readonly shares?: Readonly<Record<string, MemoryShares>>;
  /** Milliseconds before each answer; 0 by default. */
  readonly latency?: number;
  /** Refuses every request with this code of the contract. */
  readonly refuse?: ProblemCode;
}

/** The items of one back end, and the votes and clicks of its one reader. */
class MemoryBackEnd {
  readonly #options: MemoryOptions;
  readonly #items = new Map<string, MemoryItem>();
  readonly #clicks = new Map<string, MemoryShares>();
  /** Idempotency keys of counted votes, so that a retry does not count twice. */
  readonly #keys = new Set<string>();
  #version = 1;

  constructor(options: MemoryOptions) {
    this.#options = options;
    for (const [item, shares] of Object.entries(options.shares ?? {}))
      this.#clicks.set(item, shares);
  }

  read(source: Source): Reading {
    return source.kind === 'share' ? this.#shares(source) : readingOf(this.#itemOf(source));
  }

  cast(source: Source, { vote, key }: Wish): Reading {
    const item = this.#itemOf(source);
    if (this.#keys.has(key)) return readingOf(item);
    requireValid(item, vote as RatingVote | PollVote | null);
    this.#keys.add(key);
    count(item, vote, ++this.#version);
    return readingOf(item);
  }

  click({ item }: Source, { network }: ShareClick): void {
    const shares = this.#clicks.get(item) ?? {};
    this.#clicks.set(item, { ...shares, [network]: (shares[network] ?? 0) + 1 });
    this.#version++;
  }

  #shares({ item }: Source): Reading {
    return { snapshot: sharesOf(item, this.#clicks.get(item) ?? {}, this.#version) };
  }

  #itemOf({ kind, item }: Source): MemoryItem {
    const name = `${kind} ${item}`;
    const found = this.#items.get(name) ?? this.#make(kind === 'poll', item);
    this.#items.set(name, found);
    return found;
  }

  #make(isPoll: boolean, item: string): MemoryItem {
    const { ratings = {}, polls = {} } = this.#options;
    if (!isPoll) return ratingItem(item, Object.hasOwn(ratings, item) ? ratings[item] : {});
    const poll = Object.hasOwn(polls, item) ? polls[item] : undefined;
    if (!poll) throw problem('not_found');
    return pollItem(item, poll);
  }
}

/**
 * Creates a back end inside the page for one reader. Each call creates another one with votes of
 * its own.
 */
export function memoryAdapter(options: MemoryOptions = {}): Adapter {
  const backEnd = new MemoryBackEnd(options);
  const { latency = 0, refuse } = options;
  const answer = async <T>(work: () => T): Promise<T> => {
    if (latency) await new Promise((done) => setTimeout(done, latency));
    if (refuse) throw problem(refuse);
    return work();
  };
  return {
    read: (source) => answer(() => backEnd.read(source)),
    send: (source, wish) => answer(() => backEnd.cast(source, wish)),
    click: (source, click) => answer(() => backEnd.click(source, click)),
  };
}

/** Creates a refusal as adapters throw it. */
function problem(code: ProblemCode, body?: object): Error {
  return Object.assign(new Error(code), { code, status: problemStatus[code], body });
}

/** Returns the part of an item that the reader may see. */
function readingOf(item: MemoryItem): Reading {
  const { all, vote, rule } = item;
  if (areResultsVisible(rule, all.state, vote !== null)) return { snapshot: all, vote };
  const hidden =
    item.kind === 'poll'
      ? withHiddenResults(item.all)
      : { ...all, votes: null, mean: null, histogram: null };
  return { snapshot: hidden, vote };
}

/** Throws the refusal of the contract if the vote is not valid. */
function requireValid(item: MemoryItem, vote: RatingVote | PollVote | null): void {
  const { all } = item;
  const refuse = (code: ProblemCode, errors?: readonly SelectionError[]) => {
    throw problem(code, { ...readingOf(item), ...(errors && { errors }) });
  };
  if (all.state !== 'open') refuse(all.state === 'closed' ? 'closed' : 'not_open');
  if (item.vote && !all.policy[vote ? 'change' : 'withdraw']) refuse('already_voted');
  if (!vote) return;
  if (item.kind === 'poll') {
    const { revision, answers } = vote as PollVote;
    if (revision !== item.all.revision) refuse('revision_changed');
    const errors = selectionErrors(item.all.questions, answers);
    if (errors.length) refuse('invalid_selection', errors);
  } else {
    const { value } = vote as RatingVote;
    if (!isStarCount(value, item.all.max)) refuse('invalid_selection');
  }
}

/** Replaces the reader's vote and updates the counts. */
function count(item: MemoryItem, vote: unknown, version: number): void {
  if (item.kind === 'poll') {
    const next = vote as PollVote | null;
    item.all = { ...pollWithVote(item.all, next, item.vote), version };
    item.vote = next;
  } else {
    const next = vote as RatingVote | null;
    item.all = { ...withVote(item.all, next, item.vote), version };
    item.vote = next;
  }
}
