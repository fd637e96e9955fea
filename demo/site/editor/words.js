import { english } from './words-en.js';
import { russian } from './words-ru.js';

const asked = new URLSearchParams(location.search).get('lang');

/** Language of the page, by its address: `?lang=ru`. */
export const lang = asked === 'ru' ? 'ru' : 'en';

const table = lang === 'ru' ? russian : english;
const plurals = new Intl.PluralRules(lang);
const numbers = new Intl.NumberFormat(lang);

/** A sentence in the language of the page; `{name}` stands for a value, `n` decides the plural. */
export function t(name, values = {}) {
  const found = table[name] ?? table.failed;
  const text = typeof found === 'string' ? found : found[plurals.select(values.n)];
  return text.replace(/\{(\w+)\}/g, (whole, key) => {
    const value = values[key];
    return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
  });
}

export const formatNumber = (value) => numbers.format(value);

/** What went wrong, in a sentence. */
export const problem = ({ code, detail }) => t(code ?? 'failed', { detail: detail || '' });
