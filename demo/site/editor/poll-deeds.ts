/** The changes of a published poll that an editor makes with one button. */
import type { PollDefinition } from '../../../src/contract/definition.js';
import type { DeskState } from './poll-list.js';
import type { SentenceName } from './words.js';

export type Deed = 'open_now' | 'close_now' | 'reopen' | 'restore' | 'remove';

const isPast = (time: string | null | undefined) =>
  typeof time === 'string' && Date.parse(time) <= Date.now();

const opened = ({ closes_at: closes }: PollDefinition) => ({
  closed: false,
  closes_at: isPast(closes) ? null : (closes ?? null),
});

/** Functions that return the definition after a deed. */
export const definitionAfter: Readonly<
  Record<Exclude<Deed, 'remove'>, (definition: PollDefinition) => PollDefinition>
> = {
  open_now: (definition) => ({ ...definition, ...opened(definition), opens_at: null }),
  close_now: (definition) => ({ ...definition, closed: true }),
  reopen: (definition) => ({ ...definition, ...opened(definition) }),
  restore: (definition) => definition,
};

export const deedsIn: Readonly<Record<DeskState, readonly Deed[]>> = {
  scheduled: ['open_now', 'close_now', 'remove'],
  open: ['close_now', 'remove'],
  closed: ['reopen', 'remove'],
  removed: ['restore'],
};

/** Name of the message after a deed, by the new state of the poll. */
export const saidOf: Readonly<Record<DeskState, SentenceName>> = {
  open: 'now_open',
  closed: 'now_closed',
  removed: 'now_removed',
  scheduled: 'saved',
};
