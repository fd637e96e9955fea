import type { Translate } from '../core/messages.js';
import type { PollSnapshot } from './poll-snapshot.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The state of a poll at a moment: times pass while a snapshot lies still. */
export function stateAt(poll: PollSnapshot, now: number): PollSnapshot['state'] {
  const { state, opensAt, closesAt } = poll;
  if (state === 'closed' || (closesAt !== undefined && closesAt <= now)) return 'closed';
  if (state === 'scheduled' && opensAt !== undefined && opensAt <= now) return 'open';
  return state;
}

/** When the state will change by itself; `undefined` when it will not. */
export function nextChange(poll: PollSnapshot, now: number): number | undefined {
  const state = stateAt(poll, now);
  if (state === 'closed') return undefined;
  return state === 'open' ? poll.closesAt : poll.opensAt;
}

/**
 * Milliseconds after which the words about a moment read differently: a minute while they count
 * minutes, else a quarter of an hour.
 */
export function untilNextWords(remaining: number): number {
  const unit = remaining < 2 * hour ? minute : 15 * minute;
  return Math.max(0, Math.min(remaining, (remaining % unit) + 20));
}

function date(time: number, lang: string, exact: boolean): string {
  const options: Intl.DateTimeFormatOptions = {
    dateStyle: 'long',
    ...(exact && { timeStyle: 'short' }),
  };
  try {
    return new Intl.DateTimeFormat(lang, options).format(time);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}

function relative(remaining: number, lang: string): string {
  const [value, unit] =
    remaining < 1.5 * hour
      ? ([Math.ceil(remaining / minute), 'minute'] as const)
      : remaining < 1.5 * day
        ? ([Math.round(remaining / hour), 'hour'] as const)
        : ([Math.round(remaining / day), 'day'] as const);
  try {
    return new Intl.RelativeTimeFormat(lang).format(value, unit);
  } catch {
    return new Intl.RelativeTimeFormat('en').format(value, unit);
  }
}

/** "Voting closes in 3 days.": when the state changes or changed, in words; `''` when nobody knows. */
export function timeWords(
  poll: PollSnapshot,
  now: number,
  lang: string,
  translate: Translate,
): string {
  const state = stateAt(poll, now);
  if (state === 'closed') {
    const { closesAt = Infinity } = poll;
    if (closesAt > now) return translate('closed');
    return translate('closed_on', { when: date(closesAt, lang, false) });
  }
  const at = nextChange(poll, now);
  if (at === undefined) return state === 'scheduled' ? translate('not_open') : '';
  const verb = state === 'open' ? 'closes' : 'opens';
  const remaining = at - now;
  if (remaining < minute) return translate(`${verb}_soon`);
  if (remaining > 7 * day) return translate(`${verb}_on`, { when: date(at, lang, true) });
  return translate(`${verb}_in`, { when: relative(remaining, lang) });
}
