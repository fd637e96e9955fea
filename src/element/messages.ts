import type { Dictionary, Message, Messages } from '../data/message-types.js';
import { registry } from '../data/registry.js';

/** Numbers are written as the language does; texts are put in as they are. */
export type Values = Readonly<Record<string, number | string>>;

/** Words a message in the reader's language; its plural form follows the value named `n`. */
export type Translate = (name: string, values?: Values) => string;

const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

/** A tag and the shorter ones it falls back to, as in `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647 §3.4). */
const lookup = (tag: string): string[] =>
  tag.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'));

/** The tag as Intl writes it, or as the page has supplied words for it; `''` where nobody knows it. */
function usable(tag: string): string {
  try {
    return own(registry.messages, tag.toLowerCase())
      ? tag
      : (Intl.getCanonicalLocales(tag)[0] ?? '');
  } catch {
    return '';
  }
}

/**
 * The usable part of a language as pages write it: `ru-RU` of `ru_RU.UTF-8`, `ru` of `rus`; `en` where
 * there is none. No tag that means anything is longer than a hundred characters.
 */
export const languageTag = (written: string): string =>
  lookup(
    written
      .slice(0, 100)
      .replace(/[^a-z\d]+/gi, '-')
      .replace(/^-/, ''),
  )
    .map(usable)
    .find(Boolean) ?? 'en';

const formatters = new Map<string, unknown>();

/** An Intl formatter, made once for each language; English where Intl does not know the language. */
export function formatter<T>(name: string, lang: string, make: (lang: string) => T): T {
  const key = `${name} ${lang}`;
  let made = formatters.get(key) as T | undefined;
  if (!made) {
    let known: string | undefined;
    try {
      [known] = Intl.NumberFormat.supportedLocalesOf(lang);
    } catch {
      // A language of the page's own, such as `x-office`.
    }
    made = make(known ?? 'en');
    formatters.set(key, made);
  }
  return made;
}

/** A number as the language writes it, with at most one decimal; `compact` as in `1.2K`. */
export function formatNumber(
  value: number,
  lang: string,
  notation: 'standard' | 'compact' = 'standard',
): string {
  // The first formatter of a page takes 15 ms, and these languages write small numbers as we do.
  if (value >= 0 && value < 999 && /^(en|ru)$/.test(lang)) {
    const text = String(Math.round(value * 10) / 10);
    return lang === 'ru' ? text.replace('.', ',') : text;
  }
  const make = (tag: string) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1, notation });
  return formatter(notation, lang, make).format(value);
}

function pluralForm(message: Message, count: unknown, lang: string): string {
  if (typeof message === 'string') return message;
  const rules = formatter('plural', lang, (tag) => new Intl.PluralRules(tag));
  return message[rules.select(Number(count))] ?? message.other ?? '';
}

/**
 * The wording function of one widget in one language. Looked up in this order: the element's own
 * sentences, supplied ones and built-in ones of the language, of the shorter tags of it, of English.
 */
export function translator(
  lang: string,
  builtIn: readonly Dictionary[],
  ownWords?: Messages,
): Translate {
  const tables = [...lookup(lang.toLowerCase()), 'en'].flatMap((key) =>
    [registry.messages, ...builtIn].map((dictionary) => own(dictionary, key)),
  );
  return (name, values = {}) => {
    const found = [ownWords, ...tables].map((table) => own(table, name));
    const message = found.find((candidate) => candidate !== undefined) ?? '';
    return pluralForm(message, values['n'], lang).replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = own(values, key);
      return typeof value === 'number' ? formatNumber(value, lang) : (value ?? whole);
    });
  };
}
