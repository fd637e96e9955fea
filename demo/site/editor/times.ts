/** Converts times between RFC 3339 in UTC, as in a definition, and this computer's local time. */

const pad = (number: number) => String(number).padStart(2, '0');

/** Returns the value of a `datetime-local` field for a time; `''` for none. */
export function toLocal(time: string | null): string {
  if (!time) return '';
  const date = new Date(time);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join('-');
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** Returns the time in a `datetime-local` field; `null` for none. */
export function fromLocal(value: string): string | null {
  const date = new Date(value);
  return value && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const format = (lang: string, timeZone = zone()) =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone });

export const inZone = (time: string, lang: string) => format(lang).format(new Date(time));

export const inUtc = (time: string, lang: string) =>
  `${format(lang, 'UTC').format(new Date(time))} UTC`;
