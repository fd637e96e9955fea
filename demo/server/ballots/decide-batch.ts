import type { Item } from '../items/item.js';
import { isSameChoice } from './write-ins.js';
import { changesOf, order, type Changes, type Turned } from './ballot-effects.js';
import {
  keyName,
  placeOf,
  type Ballot,
  type Outcome,
  type Verdict,
  type Vote,
} from '../items/vote.js';

/** The votes of one voter at one item within a batch, in order of arrival. */
export interface Turn {
  readonly item: Item;
  readonly voter: string;
  readonly votes: readonly Vote[];
}

/** A ballot to write over an existing row. */
export interface Rewrite extends Ballot {
  readonly item: Item;
  readonly voter: string;
  readonly written: boolean;
}

/** What the database holds of a batch once its first votes are inserted. */
export interface Held {
  /** Places whose first vote became a new row. */
  readonly inserted: ReadonlySet<string>;
  /** Rows of the other places. A place in neither clashed on its key alone. */
  readonly standing: ReadonlyMap<string, Ballot>;
  /** Voters by the names of the keys that they hold, among those of `laterVotes`. */
  readonly holders: ReadonlyMap<string, string>;
}

/** What a batch comes to: an answer for every vote, and what remains to be written. */
export interface Settlement extends Changes {
  readonly outcomes: ReadonlyMap<Vote, Outcome>;
  readonly rewrites: readonly Rewrite[];
}

/** Splits off the votes whose item was redefined since they were checked, with their answers. */
export function withoutStale(votes: readonly Vote[], bases: ReadonlyMap<string, number>) {
  const isFresh = ({ item, base }: Vote) => bases.get(item.id) === base;
  const stale = votes.filter((vote) => !isFresh(vote));
  const answers = stale.map((vote): [Vote, Outcome] => [vote, { verdict: 'stale', ballot: null }]);
  return { turns: turnsOf(votes.filter(isFresh)), answers };
}

/** The votes whose key may be written over the one of a row. */
export const laterVotes = (turns: readonly Turn[], inserted: ReadonlySet<string>) =>
  turns.flatMap((turn) =>
    inserted.has(placeOf(turn.item.id, turn.voter)) ? turn.votes.slice(1) : turn.votes,
  );

/**
 * Groups a batch by voter and sorts it, so that two processes that write the same rows take their
 * locks in the same order and cannot wait for each other in a circle.
 */
function turnsOf(votes: readonly Vote[]): Turn[] {
  const turns = new Map<string, { item: Item; voter: string; votes: Vote[] }>();
  for (const vote of votes) {
    const { item, voter } = vote;
    const name = placeOf(item.id, voter);
    const turn = turns.get(name);
    if (turn) turn.votes.push(vote);
    else turns.set(name, { item, voter, votes: [vote] });
  }
  return [...turns.values()].sort((a, b) => order(a.item.id, b.item.id) || order(a.voter, b.voter));
}

/** What a wish is that the standing ballot knows of already; `undefined` for a new one. */
export function repetition(
  wish: Pick<Vote, 'key' | 'choices'>,
  standing: Ballot,
): 'unchanged' | 'key_reused' | undefined {
  if (wish.key === standing.key) {
    return isSameChoice(wish.choices, standing.choices) ? 'unchanged' : 'key_reused';
  }
  // A late delivery of something the voter has since replaced.
  return wish.key < standing.key ? 'unchanged' : undefined;
}

/** What one vote does to the ballot that stands; `isTaken` when another voter holds its key. */
function decide(
  vote: Vote,
  standing: Ballot,
  isTaken: boolean,
): { verdict: Verdict; ballot: Ballot } {
  const next = { key: vote.key, choices: vote.choices, at: vote.at };
  const keep = (verdict: Verdict) => ({ verdict, ballot: standing });
  const repeated = repetition(vote, standing);
  if (repeated) return keep(repeated);
  if (isTaken) return keep('key_reused');
  // The key is taken over, so that what is older than this wish stays ignored.
  if (vote.choices === standing.choices) {
    return { verdict: 'unchanged', ballot: { ...standing, key: vote.key } };
  }
  if (standing.choices === null) return { verdict: 'counted', ballot: next };
  const allowed = vote.choices === null ? vote.canWithdraw : vote.canChange;
  return allowed ? { verdict: 'replaced', ballot: next } : keep('already_voted');
}

const firstBallot = (vote: Vote): Outcome => ({
  verdict: vote.choices === null ? 'unchanged' : 'counted',
  ballot: { key: vote.key, choices: vote.choices, at: vote.at },
});

// Another voter's key: refused. What came after it in the same batch deserves a batch of its own.
const clash = (isFirst: boolean): Outcome => ({
  verdict: isFirst ? 'key_reused' : 'stale',
  ballot: null,
});

/** Takes the votes of one voter in order: their answers, and the ballot at the end. */
function takeTurn(
  { item, voter, votes }: Turn,
  isNew: boolean,
  before: Ballot | undefined,
  holders: ReadonlyMap<string, string>,
) {
  const outcomes: [Vote, Outcome][] = [];
  let ballot = before;
  let written = false;
  const isTaken = (vote: Vote) => (holders.get(keyName(item.id, vote.key)) ?? voter) !== voter;
  for (const vote of votes) {
    const first = vote === votes[0];
    const other = isNew ? firstBallot(vote) : clash(first);
    const outcome = ballot ? decide(vote, ballot, isTaken(vote)) : other;
    outcomes.push([vote, outcome]);
    if (outcome.ballot?.key === vote.key && outcome.ballot !== ballot) written = vote.written;
    ballot = outcome.ballot ?? undefined;
  }
  return { outcomes, ballot, written };
}

/** Decides a whole batch, one voter after another, without the database. */
export function settle(turns: readonly Turn[], held: Held): Settlement {
  const outcomes: [Vote, Outcome][] = [];
  const rewrites: Rewrite[] = [];
  const turned: Turned[] = [];
  const holders = new Map(held.holders);
  for (const turn of turns) {
    const { item, voter } = turn;
    const name = placeOf(item.id, voter);
    const isNew = held.inserted.has(name);
    const before = held.standing.get(name);
    const { outcomes: answers, ballot, written } = takeTurn(turn, isNew, before, holders);
    outcomes.push(...answers);
    const row = isNew ? turn.votes[0] : before;
    if (!ballot || !row) continue;
    if (ballot.key !== row.key) {
      rewrites.push({ ...ballot, item, voter, written });
      holders.set(keyName(item.id, ballot.key), voter);
    }
    const counted = isNew ? null : row.choices;
    if (ballot.choices === counted) continue;
    turned.push({ item, voter, from: counted, to: ballot.choices });
  }
  return { outcomes: new Map(outcomes), rewrites, ...changesOf(turned) };
}
