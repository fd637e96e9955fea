import { translator } from '../shared/words.js';
import { english } from './words-en.js';
import { russian } from './words-ru.js';

/** Language of the page. */
export const lang = document.documentElement.lang === 'ru' ? 'ru' : 'en';

const numbers = new Intl.NumberFormat(lang);

/** A sentence in the language of the page. */
export const t = translator(lang === 'ru' ? russian : english, lang);

export const formatNumber = (value) => numbers.format(value);

/** What went wrong, in a sentence. */
export const problem = ({ code, detail }) => t(code ?? 'failed', { detail: detail || '' });
