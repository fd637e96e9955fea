import type { Dictionary, Message, Messages } from '../data/message-types.js';
import { registry } from '../data/registry.js';

/**
 * Values for the placeholders of a message. Numbers are formatted for the language; texts stay
 * unchanged.
 */
export type Values = Readonly<Record<string, number | string>>;

/**
 * Returns a message in the reader's language; `''` for an unknown name. The value `n` selects the
 * plural form.
 */
export type Translate = (name: string, values?: Values) => string;

const own = <T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  table && Object.hasOwn(table, name) ? table[name] : undefined;

/**
 * Returns a language tag and its shorter fallbacks, such as `zh-Hant-TW`, `zh-Hant`, `zh` (RFC
 * 4647, section 3.4).
 */
const lookup = (tag: string): string[] =>
  tag.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'));

/**
 * Returns a tag in its canonical form, or unchanged if the page has registered messages for it;
 * `''` for an invalid tag.
 */
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
 * Returns the valid part of a language tag as pages write it, such as `ru-RU` for `ru_RU.UTF-8` or
 * `ru` for `rus`; `en` if there is none. It reads only the first 100 characters, since no real tag
 * is longer.
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

/**
 * Returns an Intl formatter and caches it by name and language. Uses English if Intl does not
 * support the language.
 * @param make - Creates the formatter for a supported language tag.
 */
export function formatter<T>(name: string, lang: string, make: (lang: string) => T): T {
  const key = `${name} ${lang}`;
  let made = formatters.get(key) as T | undefined;
  if (!made) {
    let known: string | undefined;
    try {
      [known] = Intl.NumberFormat.supportedLocalesOf(lang);
    } catch {
      // The tag is private, such as `x-office`.
    }
    made = make(known ?? 'en');
    formatters.set(key, made);
  }
  return made;
}

/**
 * Formats a number for a language with at most one decimal. `compact` writes numbers such as
 * `1.2K`.
 */
export function formatNumber(
  value: number,
  lang: string,
  notation: 'standard' | 'compact' = 'standard',
): string {
  // The first Intl formatter of a page takes about 15 ms. English and Russian numbers below 999 do
  // not need it.
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
 * Returns the translate function of one widget in one language. It looks for a message in the
 * element's own messages first. Then it tries the language, its shorter tags and English in this
 * order, and for each of them the registered messages before the built-in ones.
 * @param ownWords - Messages of this element alone.
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
