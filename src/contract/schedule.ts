import type { Schedule } from './definition.js';
import type { State } from './item.js';

/**
 * RFC 3339, section 5.6 writes the year with four digits. These are the first and the last such
 * moment in UTC, in milliseconds since 1970.
 */
const firstTime = Date.parse('0000-01-01T00:00:00Z');
const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * True if the closing time has passed.
 * @param now - Milliseconds since 1970.
 */
export const isOver = ({ closes_at: closes }: Schedule, now: number): boolean =>
  Boolean(closes && now >= Date.parse(closes));

/**
 * Returns the state of an item at a moment.
 * @param now - Milliseconds since 1970.
 */
export function stateAt(schedule: Schedule, now: number): State {
  if (schedule.closed === true || isOver(schedule, now)) return 'closed';
  const { opens_at: opens } = schedule;
  return opens && now < Date.parse(opens) ? 'scheduled' : 'open';
}

/** Returns a message for the editor about the first invalid time; `undefined` if both are valid. */
export function scheduleFault({ opens_at: opens, closes_at: closes }: Schedule) {
  for (const [name, time] of Object.entries({ opens_at: opens, closes_at: closes })) {
    // RFC 3339 allows leap seconds, but `Date.parse` returns NaN for them.
    const at = Date.parse(time ?? '');
    if (time && !(at >= firstTime && at <= lastTime)) return `${name} is not a time: "${time}"`;
  }
  const reversed = opens && closes && Date.parse(opens) >= Date.parse(closes);
  return reversed ? 'closes_at must be after opens_at' : undefined;
}
