import { lang, translator } from '../shared/words.js';
import { type Child, h } from './dom.js';
import { type English, english, englishNames } from './words-en.js';
import { russian, russianMeanings, russianNames } from './words-ru.js';
import type { Option, StyleOption } from './widgets.js';

export { lang };

/** Names of the configurator's texts. */
export type SentenceName = keyof English;

/** Returns a text in the language of the page. */
export const t = translator<SentenceName>(lang === 'ru' ? russian : english, lang);

const names = lang === 'ru' ? russianNames : englishNames;

/** Makes a label from a name: "Heading level" from `heading-level`. */
const made = (name: string) =>
  name
    .replace(/^(--riac)?-?/, '')
    .replace(/^./, (first) => first.toUpperCase())
    .replaceAll('-', ' ');

/** Returns the label of an option. */
export const nameOf = ({ name }: Option | StyleOption) => names[name] ?? made(name);

/** Returns the description of an option. The English one comes from the manifest. */
export const meaningOf = ({ name, description }: Option | StyleOption, widget: string) =>
  lang === 'ru'
    ? (russianMeanings[`${widget} ${name}`] ?? russianMeanings[name] ?? description)
    : description;

/** Turns a text into nodes, with `code` elements for the parts in backticks. */
export const withCode = (sentence: string): Child[] =>
  sentence.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part));
