import { type Translate, formatter } from '../element/messages.js';
import type { PollSnapshot } from '../contract/poll.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Returns the state of a poll at a moment, because its times may pass after the snapshot was made.
 * @param now - Milliseconds since 1970.
 */
export function stateAt(poll: PollSnapshot, now: number): PollSnapshot['state'] {
  const { state, opens_at = Infinity, closes_at = Infinity } = poll;
  if (state === 'closed' || closes_at <= now) return 'closed';
  return opens_at <= now ? 'open' : state;
}

/**
 * Returns the time of the next change of state, in milliseconds since 1970; `undefined` if none is
 * planned.
 */
export function nextChange(poll: PollSnapshot, now: number): number | undefined {
  const state = stateAt(poll, now);
  return state === 'open' ? poll.closes_at : state === 'scheduled' ? poll.opens_at : undefined;
}

/**
 * Returns the milliseconds until the text about a moment changes. The text counts minutes in the
 * last two hours and changes at most every quarter of an hour before.
 * @param remaining - Milliseconds until the moment.
 */
export function untilNextWords(remaining: number): number {
  const unit = remaining < 2 * hour ? minute : 15 * minute;
  return Math.min(remaining, remaining % unit) + 20;
}

function when(time: number, remaining: number, lang: string, translate: Translate): string {
  if (remaining > 0 && remaining < minute) return translate('soon');
  if (remaining > 0 && remaining < 7 * day) {
    const words = formatter('relative', lang, (tag) => new Intl.RelativeTimeFormat(tag));
    if (remaining < 1.5 * hour) return words.format(Math.ceil(remaining / minute), 'minute');
    if (remaining < 1.5 * day) return words.format(Math.round(remaining / hour), 'hour');
    return words.format(Math.round(remaining / day), 'day');
  }
  // A past date needs no time of day.
  const style = { dateStyle: 'long', timeStyle: remaining > 0 ? 'short' : undefined } as const;
  const dates = formatter(
    `date ${remaining > 0}`,
    lang,
    (tag) => new Intl.DateTimeFormat(tag, style),
  );
  return translate('on', { date: dates.format(time) });
}

/**
 * Returns a text about the last or next change of state, such as "Voting closes in 3 days"; `''` if
 * an open poll has no closing time.
 */
export function timeWords(
  poll: PollSnapshot,
  now: number,
  lang: string,
  translate: Translate,
): string {
  const state = stateAt(poll, now);
  const { closes_at = Infinity } = poll;
  // Clocks differ slightly. If the server has closed the poll up to a minute early, the text says
  // that it has closed, not that it will.
  const over = state === 'closed' && closes_at <= now + minute;
  const time = over ? closes_at : nextChange(poll, now);
  if (time === undefined)
    return state === 'open' ? '' : translate(state === 'closed' ? state : 'not_open');
  const remaining = over ? 0 : time - now;
  const name = over ? 'ended' : state === 'open' ? 'closes' : 'opens';
  return translate(name, { when: when(time, remaining, lang, translate) });
}
