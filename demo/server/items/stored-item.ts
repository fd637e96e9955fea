import type {
  PollDefinition,
  RatingDefinition,
  Schedule,
} from '../../../src/contract/definition.js';
import type { Policy, ResultsRule, State } from '../../../src/contract/item.js';
import { usualStars } from '../../../src/contract/limits.js';
import { isOver, stateAt } from '../../../src/contract/schedule.js';
import { areCountsVisible } from '../../../src/contract/visibility.js';
import type { Item } from './item.js';

/** What the database holds of one item: its definition, if any, and its counters. */
export interface StoredItem extends Item {
  /** Absent for a rating or share bar that nobody defined, and for an unknown poll. */
  readonly definition: unknown;
  /** Taken away by an editor, who can bring it back; its ballots are kept. */
  readonly removed: boolean;
  readonly revision: number;
  /** Start of the versions under this definition; grows past all former ones at each new one. */
  readonly versionBase: number;
  /** Sum of the changes of all counters. */
  readonly changeCount: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly approved: ReadonlyMap<string, readonly string[]>;
}

/** Who reads: anyone, someone whose ballot is in, or the editor. */
export type Audience = 'public' | 'voter' | 'editor';

type Common = Schedule & { readonly results?: ResultsRule; readonly policy?: Partial<Policy> };

const common = ({ definition }: StoredItem) => (definition ?? {}) as Common;

/** Why readers cannot have an item; `undefined` when they can. */
export function absenceOf(stored: StoredItem): 'not_found' | 'removed' | undefined {
  if (stored.removed) return 'removed';
  const isUnknown = stored.kind === 'poll' && !pollDefinitionOf(stored);
  return isUnknown ? 'not_found' : undefined;
}

/** State by the server's clock: nothing has to run at the moment a poll opens or closes. */
export const stateOf = (stored: StoredItem, now: number): State =>
  stored.removed ? 'closed' : stateAt(common(stored), now);

/** Longer than a vote waits for a busy database, and than counts are kept in memory, together. */
const graceTime = 60_000;

/** Whether readers may write words, which an editor shows, takes back and erases at any time. */
const takesWriteIns = ({ definition }: StoredItem) =>
  ((definition ?? {}) as Partial<PollDefinition>).questions?.some(({ other }) => other) ?? false;

/**
 * True when the time to vote has been over for so long that no vote is still on its way, and only
 * another definition would change the item. When an editor closed it by hand is not known.
 */
export const isFinal = (stored: StoredItem, now: number) =>
  !stored.removed && !takesWriteIns(stored) && isOver(common(stored), now - graceTime);

/** The one place that decides whether counts may be seen, for every surface. */
export function resultsVisible(stored: StoredItem, audience: Audience, now: number): boolean {
  if (audience === 'editor') return true;
  const { results = 'always' } = common(stored);
  // Removed is not closed: hidden counts stay hidden, and so does the version.
  if (stored.removed) return results === 'always';
  return areCountsVisible(results, stateOf(stored, now), audience === 'voter');
}

const statePlace: Record<State, number> = { scheduled: 0, open: 1, closed: 2 };

/**
 * Grows with every change that this reader may see, and never goes back. Where results are hidden
 * it stands still while votes come in, since a ticking version would show the turnout.
 */
export function versionOf(stored: StoredItem, audience: Audience, now: number): number {
  const changes = resultsVisible(stored, audience, now) ? stored.changeCount : 0;
  return stored.versionBase + changes + statePlace[stateOf(stored, now)];
}

/** Whether a vote may be changed and withdrawn; both unless the definition says otherwise. */
export function policyOf(stored: StoredItem): Policy {
  return { change: true, withdraw: true, ...common(stored).policy };
}

export const ratingDefinitionOf = ({ definition }: StoredItem) =>
  (definition ?? {}) as RatingDefinition;

export const starsOf = (stored: StoredItem) => ratingDefinitionOf(stored).max ?? usualStars;

export const pollDefinitionOf = ({ definition }: StoredItem) =>
  (definition ?? null) as PollDefinition | null;
