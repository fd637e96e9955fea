import type { Schedule } from './definition.js';
import type { State } from './item.js';

/** RFC 3339 has four digits for the year, wherever the zone moves it. */
const firstTime = Date.parse('0000-01-01T00:00:00Z');
const lastTime = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Whether the closing time has passed. `now` is in milliseconds since 1970. */
export const isOver = ({ closes_at: closes }: Schedule, now: number): boolean =>
  Boolean(closes && now >= Date.parse(closes));

/** Whether votes are taken at `now`, milliseconds since 1970. */
export function stateAt(schedule: Schedule, now: number): State {
  if (schedule.closed === true || isOver(schedule, now)) return 'closed';
  const { opens_at: opens } = schedule;
  return opens && now < Date.parse(opens) ? 'scheduled' : 'open';
}

/** A message for an editor about the first wrong time; `undefined` when all are right. */
export function scheduleFault({ opens_at: opens, closes_at: closes }: Schedule) {
  for (const [name, time] of Object.entries({ opens_at: opens, closes_at: closes })) {
    // The format of RFC 3339 allows leap seconds; the clocks of JavaScript do not have them.
    const at = Date.parse(time ?? '');
    if (time && !(at >= firstTime && at <= lastTime)) return `${name} is not a time: "${time}"`;
  }
  const reversed = opens && closes && Date.parse(opens) >= Date.parse(closes);
  return reversed ? 'closes_at must be after opens_at' : undefined;
}
