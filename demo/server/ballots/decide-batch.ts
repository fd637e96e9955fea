import type { Item } from '../items/item.js';
import { isSameBallot } from './write-ins.js';
import { effectsOf, compareText, type BallotEffects, type BallotChange } from './ballot-effects.js';
import {
  keyName,
  placeName,
  type Ballot,
  type Outcome,
  type Verdict,
  type CheckedVote,
} from '../items/vote.js';

/** The votes of one voter at one item within a batch, in order of arrival. */
export interface VoterBatch {
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

/** What the database holds of a batch once its first votes are inserted. */
export interface ExistingRows {
  /** Places whose first vote became a new row. */
  readonly inserted: ReadonlySet<string>;
  /** Rows of the other places. A place in neither clashed on its key alone. */
  readonly ballots: ReadonlyMap<string, Ballot>;
  /** Voters by the names of the keys that they hold, among those of `laterVotes`. */
  readonly holders: ReadonlyMap<string, string>;
}

/** What a batch comes to: an answer for every vote, and what remains to be written. */
export interface BatchResult extends BallotEffects {
  readonly outcomes: ReadonlyMap<CheckedVote, Outcome>;
  readonly rewrites: readonly BallotRewrite[];
}

/** Splits off the votes whose item was redefined since they were checked, with their answers. */
export function groupFreshVotes(votes: readonly CheckedVote[], bases: ReadonlyMap<string, number>) {
  const isFresh = ({ item, versionBase }: CheckedVote) => bases.get(item.id) === versionBase;
  const stale = votes.filter((vote) => !isFresh(vote));
  const answers = stale.map((vote): [CheckedVote, Outcome] => [
    vote,
    { verdict: 'stale', ballot: null },
  ]);
  return { batches: groupByVoter(votes.filter(isFresh)), answers };
}

/** The votes whose key may be written over the one of a row. */
export const laterVotes = (batches: readonly VoterBatch[], inserted: ReadonlySet<string>) =>
  batches.flatMap((batch) =>
    inserted.has(placeName(batch.item.id, batch.voter)) ? batch.votes.slice(1) : batch.votes,
  );

/**
 * Groups a batch by voter and sorts it, so that two processes that write the same rows take their
 * locks in the same order and cannot wait for each other in a circle.
 */
function groupByVoter(votes: readonly CheckedVote[]): VoterBatch[] {
  const batches = new Map<string, { item: Item; voter: string; votes: CheckedVote[] }>();
  for (const vote of votes) {
    const { item, voter } = vote;
    const name = placeName(item.id, voter);
    const batch = batches.get(name);
    if (batch) batch.votes.push(vote);
    else batches.set(name, { item, voter, votes: [vote] });
  }
  return [...batches.values()].sort(
    (a, b) => compareText(a.item.id, b.item.id) || compareText(a.voter, b.voter),
  );
}

/** What a vote is that the current ballot knows of already; `undefined` for a new one. */
export function repetition(
  vote: Pick<CheckedVote, 'key' | 'choices'>,
  current: Ballot,
): 'unchanged' | 'key_reused' | undefined {
  if (vote.key === current.key) {
    return isSameBallot(vote.choices, current.choices) ? 'unchanged' : 'key_reused';
  }
  // A late delivery of something the voter has since replaced.
  return vote.key < current.key ? 'unchanged' : undefined;
}

/** What one vote does to the ballot that stands; `isTaken` when another voter holds its key. */
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
  // The key is taken over, so that what is older than this vote stays ignored.
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

// Another voter's key: refused. What came after it in the same batch deserves a batch of its own.
const keyClash = (isFirst: boolean): Outcome => ({
  verdict: isFirst ? 'key_reused' : 'stale',
  ballot: null,
});

/** Takes the votes of one voter in order: their answers, and the ballot at the end. */
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

/** Decides a whole batch, one voter after another, without the database. */
export function decideBatch(batches: readonly VoterBatch[], existing: ExistingRows): BatchResult {
  const outcomes: [CheckedVote, Outcome][] = [];
  const rewrites: BallotRewrite[] = [];
  const changes: BallotChange[] = [];
  const holders = new Map(existing.holders);
  for (const batch of batches) {
    const { item, voter } = batch;
    const name = placeName(item.id, voter);
    const isNew = existing.inserted.has(name);
    const before = existing.ballots.get(name);
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
