import type { Item } from '../items/item.js';
import { isSameBallot } from './write-ins.js';
import { effectsOf, compareText, type BallotEffects, type BallotChange } from './ballot-effects.js';
import { type Ballot, type Outcome, type Verdict, type CheckedVote } from '../items/vote.js';

/** Map key of a voter at an item, by its storage key. Neither part contains a line break. */
export const placeName = (id: string, voter: string) => `${id}\n${voter}`;

/** Map key of an idempotency key at an item. No two voters of an item may have the same key. */
export const keyName = (id: string, key: string) => `${id}\n${key}`;

/** The votes of one voter at one item within a batch, in order of arrival. */
export interface VoterBatch {
  /** `placeName` of the voter. */
  readonly place: string;
  readonly item: Item;
  readonly voter: string;
  readonly votes: readonly CheckedVote[];
}

/** A ballot to write over an existing row. */
export interface BallotRewrite extends Ballot {
  readonly item: Item;
  readonly voter: string;
  readonly written: boolean;
}

/** The stored data of the voters of a batch, read after the insertion of each voter's first vote. */
export interface ExistingRows {
  /** Voters whose first vote became a new row, by `placeName`. */
  readonly inserted: ReadonlySet<string>;
  /** Ballots of the other voters, by `placeName`. A voter in neither uses the key of somebody else. */
  readonly ballots: ReadonlyMap<string, Ballot>;
  /** Voters by the `keyName` of their ballots, for the keys of `laterVotes`. */
  readonly holders: ReadonlyMap<string, string>;
}

/** The outcome of every vote of a batch, and the rows that remain to be written. */
export interface BatchResult extends BallotEffects {
  readonly outcomes: ReadonlyMap<CheckedVote, Outcome>;
  readonly rewrites: readonly BallotRewrite[];
}

/**
 * Groups votes by voter. Votes whose item got a new definition after their check are left out and
 * answered `stale`. `bases` has the present version base of each item by its storage key.
 */
export function groupFreshVotes(votes: readonly CheckedVote[], bases: ReadonlyMap<string, number>) {
  const isFresh = ({ item, versionBase }: CheckedVote) => bases.get(item.id) === versionBase;
  const stale = votes.filter((vote) => !isFresh(vote));
  const answers = stale.map((vote): [CheckedVote, Outcome] => [
    vote,
    { verdict: 'stale', ballot: null },
  ]);
  return { batches: groupByVoter(votes.filter(isFresh)), answers };
}

/** The votes that were not inserted: each may replace the ballot of its voter, key included. */
export const laterVotes = (batches: readonly VoterBatch[], inserted: ReadonlySet<string>) =>
  batches.flatMap((batch) => (inserted.has(batch.place) ? batch.votes.slice(1) : batch.votes));

/**
 * Sorts by item and voter: two processes that write the same rows then lock them in the same order
 * and cannot deadlock.
 */
function groupByVoter(votes: readonly CheckedVote[]): VoterBatch[] {
  const batches = new Map<string, VoterBatch & { votes: CheckedVote[] }>();
  for (const vote of votes) {
    const { item, voter } = vote;
    const place = placeName(item.id, voter);
    const batch = batches.get(place);
    if (batch) batch.votes.push(vote);
    else batches.set(place, { place, item, voter, votes: [vote] });
  }
  return [...batches.values()].sort(
    (a, b) => compareText(a.item.id, b.item.id) || compareText(a.voter, b.voter),
  );
}

/** The verdict on a vote whose key is the one of the voter's ballot or an older one; else `undefined`. */
export function repetition(
  vote: Pick<CheckedVote, 'key' | 'choices'>,
  current: Ballot,
): 'unchanged' | 'key_reused' | undefined {
  if (vote.key === current.key) {
    return isSameBallot(vote.choices, current.choices) ? 'unchanged' : 'key_reused';
  }
  // An older key is a late delivery of a vote that the voter has replaced since.
  return vote.key < current.key ? 'unchanged' : undefined;
}

/** The effect of a vote on the voter's ballot. `isTaken` means that another voter's ballot has its key. */
function decideVote(
  vote: CheckedVote,
  current: Ballot,
  isTaken: boolean,
): { verdict: Verdict; ballot: Ballot } {
  const next = { key: vote.key, choices: vote.choices, at: vote.at };
  const keep = (verdict: Verdict) => ({ verdict, ballot: current });
  const repeated = repetition(vote, current);
  if (repeated) return keep(repeated);
  if (isTaken) return keep('key_reused');
  // The ballot gets the newer key, so that votes older than this one stay ignored.
  if (vote.choices === current.choices) {
    return { verdict: 'unchanged', ballot: { ...current, key: vote.key } };
  }
  if (current.choices === null) return { verdict: 'counted', ballot: next };
  const allowed = vote.choices === null ? vote.canWithdraw : vote.canChange;
  return allowed ? { verdict: 'replaced', ballot: next } : keep('already_voted');
}

const firstBallot = (vote: CheckedVote): Outcome => ({
  verdict: vote.choices === null ? 'unchanged' : 'counted',
  ballot: { key: vote.key, choices: vote.choices, at: vote.at },
});

// The first vote has the key of another voter. Later ones of the batch are `stale`, so they are cast again.
const keyClash = (isFirst: boolean): Outcome => ({
  verdict: isFirst ? 'key_reused' : 'stale',
  ballot: null,
});

/** Decides the votes of one voter in order. Returns their outcomes and the final ballot. */
function decideVoter(
  { item, voter, votes }: VoterBatch,
  isNew: boolean,
  before: Ballot | undefined,
  holders: ReadonlyMap<string, string>,
) {
  const outcomes: [CheckedVote, Outcome][] = [];
  let ballot = before;
  let written = false;
  const isTaken = (vote: CheckedVote) =>
    (holders.get(keyName(item.id, vote.key)) ?? voter) !== voter;
  for (const vote of votes) {
    const first = vote === votes[0];
    const other = isNew ? firstBallot(vote) : keyClash(first);
    const outcome = ballot ? decideVote(vote, ballot, isTaken(vote)) : other;
    outcomes.push([vote, outcome]);
    if (outcome.ballot?.key === vote.key && outcome.ballot !== ballot) written = vote.written;
    ballot = outcome.ballot ?? undefined;
  }
  return { outcomes, ballot, written };
}

/** Decides a batch, one voter after another. A pure function: both engines write what it returns. */
export function decideBatch(batches: readonly VoterBatch[], existing: ExistingRows): BatchResult {
  const outcomes: [CheckedVote, Outcome][] = [];
  const rewrites: BallotRewrite[] = [];
  const changes: BallotChange[] = [];
  const holders = new Map(existing.holders);
  for (const batch of batches) {
    const { place, item, voter } = batch;
    const isNew = existing.inserted.has(place);
    const before = existing.ballots.get(place);
    const { outcomes: answers, ballot, written } = decideVoter(batch, isNew, before, holders);
    outcomes.push(...answers);
    const row = isNew ? batch.votes[0] : before;
    if (!ballot || !row) continue;
    if (ballot.key !== row.key) {
      rewrites.push({ ...ballot, item, voter, written });
      holders.set(keyName(item.id, ballot.key), voter);
    }
    const counted = isNew ? null : row.choices;
    if (ballot.choices === counted) continue;
    changes.push({ item, voter, from: counted, to: ballot.choices });
  }
  return { outcomes: new Map(outcomes), rewrites, ...effectsOf(changes) };
}
