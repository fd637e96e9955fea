/** The index that the search of the site loads: one entry for each section of each page. */
import MiniSearch from 'minisearch';
import { baseOf } from './relocate.mjs';

/** What the page that searches must know too; it is stored with the index. */
export const options = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'url'],
};

export function searchIndex(docs, lang, place) {
  const index = new MiniSearch(options);
  // Pages that exist in English only are found from Russian pages too.
  const translated = new Set(docs.filter((page) => page.lang === lang).map(({ name }) => name));
  const own = docs.filter((page) => page.lang === lang || !translated.has(page.name));
  const entries = own.flatMap(({ title, path, sections }) =>
    sections.map(({ heading, slug, words }) => ({
      title,
      heading,
      url: `${baseOf(place)}${path}${slug && `#${slug}`}`,
      text: words.join(' '),
    })),
  );
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));
  return JSON.stringify({ options, index });
}
