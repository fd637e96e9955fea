import { h } from '../shared/dom.js';
import { translator } from '../shared/words.js';
import { english, englishNames } from './words-en.js';
import { russian, russianMeanings, russianNames } from './words-ru.js';

/** Language of the page. */
export const lang = document.documentElement.lang === 'ru' ? 'ru' : 'en';

/** A sentence in the language of the page. */
export const t = translator(lang === 'ru' ? russian : english, lang);

const names = lang === 'ru' ? russianNames : englishNames;

/** `heading-level` reads as "Heading level" where there is no better name. */
const made = (name) =>
  name.replace(/^(--riac)?-?(.)/, (_all, _own, first) => first.toUpperCase()).replaceAll('-', ' ');

/** What an option is called. */
export const nameOf = ({ name }) => names[name] ?? made(name);

/** What an option means; in English as the manifest has it. */
export const meaningOf = ({ name, description }, widget) =>
  lang === 'ru'
    ? (russianMeanings[`${widget} ${name}`] ?? russianMeanings[name] ?? description)
    : description;

/** A sentence with the code in it set as code. */
export const withCode = (sentence) =>
  sentence.split('`').map((part, index) => (index % 2 ? h('code', {}, part) : part));
