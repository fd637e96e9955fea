import { lang, translator } from '../shared/words.js';
import { type Child, h } from './dom.js';
import { type English, english, englishNames } from './words-en.js';
import { russian, russianMeanings, russianNames } from './words-ru.js';
import type { Option, StyleOption } from './widgets.js';

export { lang };

/** Names of the sentences of the configurator. */
export type SentenceName = keyof English;

/** A sentence in the language of the page. */
export const t = translator<SentenceName>(lang === 'ru' ? russian : english, lang);

const names = lang === 'ru' ? russianNames : englishNames;

/** `heading-level` reads as "Heading level" where there is no better name. */
const made = (name: string) =>
  name
    .replace(/^(--riac)?-?/, '')
    .replace(/^./, (first) => first.toUpperCase())
    .replaceAll('-', ' ');

/** What an option is called. */
export const nameOf = ({ name }: Option | StyleOption) => names[name] ?? made(name);

/** What an option means; in English as the manifest has it. */
export const meaningOf = ({ name, description }: Option | StyleOption, widget: string) =>
  lang === 'ru'
    ? (russianMeanings[`${widget} ${name}`] ?? russianMeanings[name] ?? description)
    : description;

/** A sentence with the code in it set as code. */
export const withCode = (sentence: string): Child[] =>
  sentence.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part));
