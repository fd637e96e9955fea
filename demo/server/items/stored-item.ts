import type {
  Policy,
  PollDefinition,
  RatingDefinition,
  Results,
  Schedule,
} from '../schema/definition-types.js';
import type { Item } from './item.js';

/** What the database holds of one item: its definition, if any, and its counters. */
export interface Widget extends Item {
  /** Absent for a rating or share bar that nobody defined, and for an unknown poll. */
  readonly definition: unknown;
  /** Taken away by an editor, who can bring it back; its ballots are kept. */
  readonly removed: boolean;
  readonly revision: number;
  /** Start of the versions under this definition; grows past all former ones at each new one. */
  readonly base: number;
  /** Sum of the changes of all counters. */
  readonly revisions: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly approved: ReadonlyMap<string, readonly string[]>;
}

export type State = 'scheduled' | 'open' | 'closed';

/** Who reads: anyone, someone whose ballot is in, or the editor. */
export type Audience = 'public' | 'voter' | 'editor';

type Common = Schedule & { readonly results?: Results; readonly policy?: Partial<Policy> };

const common = ({ definition }: Widget) => (definition ?? {}) as Common;

/** Why readers cannot have an item; `undefined` when they can. */
export function absenceOf(widget: Widget): 'not_found' | 'removed' | undefined {
  if (widget.removed) return 'removed';
  const isUnknown = widget.kind === 'poll' && !pollDefinition(widget);
  return isUnknown ? 'not_found' : undefined;
}

/** Whether the time to vote has ended. */
function isOver(widget: Widget, now: number): boolean {
  const { closes_at: closes } = common(widget);
  return Boolean(closes && now >= Date.parse(closes));
}

/** State by the server's clock: nothing has to run at the moment a poll opens or closes. */
export function stateOf(widget: Widget, now: number): State {
  const { closed, opens_at: opens } = common(widget);
  if (widget.removed || closed === true || isOver(widget, now)) return 'closed';
  return opens && now < Date.parse(opens) ? 'scheduled' : 'open';
}

/** Longer than a vote waits for a busy database, and than counts are kept in memory, together. */
const settlingTime = 60_000;

/** Whether readers may write words, which an editor shows, takes back and erases at any time. */
const takesWords = ({ definition }: Widget) =>
  ((definition ?? {}) as Partial<PollDefinition>).questions?.some(({ other }) => other) ?? false;

/**
 * True when the time to vote has been over for so long that no vote is still on its way, and only
 * another definition would change the item. When an editor closed it by hand is not known.
 */
export const isFinal = (widget: Widget, now: number) =>
  !widget.removed && !takesWords(widget) && isOver(widget, now - settlingTime);

/** The one place that decides whether counts may be seen, for every surface. */
export function resultsVisible(widget: Widget, audience: Audience, now: number): boolean {
  if (audience === 'editor') return true;
  const { results = 'always' } = common(widget);
  // Taken away is not closed: what was hidden stays so, in the version too.
  if (results === 'always' || results === 'never' || widget.removed) return results === 'always';
  if (stateOf(widget, now) === 'closed') return true;
  return results === 'after_vote' && audience === 'voter';
}

const statePlace: Record<State, number> = { scheduled: 0, open: 1, closed: 2 };

/**
 * Grows with every change that this reader may see, and never goes back. Where results are hidden
 * it stands still while votes come in, since a ticking version would show the turnout.
 */
export function versionOf(widget: Widget, audience: Audience, now: number): number {
  const changes = resultsVisible(widget, audience, now) ? widget.revisions : 0;
  return widget.base + changes + statePlace[stateOf(widget, now)];
}

/** Whether a vote may be changed and withdrawn; both unless the definition says otherwise. */
export function policyOf(widget: Widget): Policy {
  return { change: true, withdraw: true, ...common(widget).policy };
}

export const ratingDefinition = ({ definition }: Widget) => (definition ?? {}) as RatingDefinition;

export const starsOf = (widget: Widget) => ratingDefinition(widget).max ?? 5;

export const pollDefinition = ({ definition }: Widget) =>
  (definition ?? null) as PollDefinition | null;
