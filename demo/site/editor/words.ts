import { lang, translator } from '../shared/words.js';
import { ApiError } from './api.js';
import { type SentenceName, english } from './words-en.js';
import { russian } from './words-ru.js';

export { lang };
export type { SentenceName };

const numbers = new Intl.NumberFormat(lang);

/** Returns a text in the language of the page. */
export const t = translator<SentenceName>(lang === 'ru' ? russian : english, lang);

export const formatNumber = (value: number) => numbers.format(value);

const isSentence = (name: string): name is SentenceName => Object.hasOwn(english, name);

/** Returns the code of an `ApiError`; `''` for any other error. */
export const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : '');

/** Returns the message for an error. */
export function problem(error: unknown): string {
  const code = codeOf(error);
  const detail = error instanceof ApiError ? error.detail : '';
  return t(isSentence(code) ? code : 'failed', { detail });
}
