import type {
  PollDefinition,
  RatingDefinition,
  Schedule,
} from '../../../src/contract/definition.js';
import {
  type Policy,
  type ResultsRule,
  type State,
  usualPolicy,
} from '../../../src/contract/item.js';
import { usualStars } from '../../../src/contract/limits.js';
import { isOver, stateAt } from '../../../src/contract/schedule.js';
import { areResultsVisible } from '../../../src/contract/results.js';
import type { Item } from './item.js';

/** An item with its definition and its counters, as the database stores them. */
export interface StoredItem extends Item {
  /** `undefined` for a rating or share bar without a definition, and for an unknown poll. */
  readonly definition: unknown;
  /** An editor has removed the item. Its ballots stay, and a new definition brings it back. */
  readonly removed: boolean;
  readonly revision: number;
  /** First version under this definition. Each new definition starts above all former versions. */
  readonly versionBase: number;
  /** How often any counter of the item has changed. */
  readonly changeCount: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly approved: ReadonlyMap<string, readonly string[]>;
}

/** Who reads: anyone, a reader whose vote is counted, or an editor. */
export type Audience = 'public' | 'voter' | 'editor';

type Common = Schedule & { readonly results?: ResultsRule; readonly policy?: Partial<Policy> };

const common = ({ definition }: StoredItem) => (definition ?? {}) as Common;

/** The code of the problem that readers of a missing item get; `undefined` for an item that exists. */
export function absenceOf(stored: StoredItem): 'not_found' | 'removed' | undefined {
  if (stored.removed) return 'removed';
  const isUnknown = stored.kind === 'poll' && !pollDefinitionOf(stored);
  return isUnknown ? 'not_found' : undefined;
}

/** The state at `now`. It follows from the definition, so no timer opens or closes a poll. */
export const stateOf = (stored: StoredItem, now: number): State =>
  stored.removed ? 'closed' : stateAt(common(stored), now);

/** Milliseconds; more than a vote waits for a busy database plus the time that counts stay cached. */
const graceTime = 60_000;

/** Whether the poll takes write-ins. An editor may approve, hide or erase those at any time. */
const takesWriteIns = ({ definition }: StoredItem) =>
  ((definition ?? {}) as Partial<PollDefinition>).questions?.some(({ other }) => other) ?? false;

/**
 * True when only a new definition can change the item: its closing time is so long past that no vote
 * can still arrive. A poll closed by hand is never final, since nothing stores when that happened.
 */
export const isFinal = (stored: StoredItem, now: number) =>
  !stored.removed && !takesWriteIns(stored) && isOver(common(stored), now - graceTime);

/** Whether this reader may see the counts. Snapshots, versions and exports all ask here. */
export function resultsVisible(stored: StoredItem, audience: Audience, now: number): boolean {
  if (audience === 'editor') return true;
  const { results = 'always' } = common(stored);
  // Removed is not closed: hidden counts stay hidden, and so does the version.
  if (stored.removed) return results === 'always';
  return areResultsVisible(results, stateOf(stored, now), audience === 'voter');
}

const statePlace: Record<State, number> = { scheduled: 0, open: 1, closed: 2 };

/**
 * The version of a snapshot. It grows with every change that this reader may see and never falls.
 * While counts are hidden, votes do not change it, since a growing version would reveal the turnout.
 */
export function versionOf(stored: StoredItem, audience: Audience, now: number): number {
  const changes = resultsVisible(stored, audience, now) ? stored.changeCount : 0;
  return stored.versionBase + changes + statePlace[stateOf(stored, now)];
}

/** Whether a vote may be changed and withdrawn; a definition without a policy allows both. */
export function policyOf(stored: StoredItem): Policy {
  return { ...usualPolicy, ...common(stored).policy };
}

const ratingDefinitionOf = ({ definition }: StoredItem) => (definition ?? {}) as RatingDefinition;

export const starsOf = (stored: StoredItem) => ratingDefinitionOf(stored).max ?? usualStars;

export const pollDefinitionOf = ({ definition }: StoredItem) =>
  (definition ?? null) as PollDefinition | null;
