/** Builds the index of the site's search, with one entry for each section of each page. */
import MiniSearch from 'minisearch';
import { baseOf } from './relocate.mjs';

/** MiniSearch options. The index file contains them, since the page must load the index with the same. */
export const options = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'url'],
};

export function searchIndex(docs, lang, place) {
  const index = new MiniSearch(options);
  // The Russian index includes pages that exist in English only.
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
