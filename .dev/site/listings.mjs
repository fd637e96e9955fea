/** Lists of the site's pages: one for search engines, one for language models. */
import { addressOf } from './relocate.mjs';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const isListed = ({ path, html }) =>
  !/name="robots" content="noindex"/.test(html) && !path.startsWith('/hosts/');

export function sitemap(pages, place) {
  const entries = pages
    .filter(isListed)
    .map(({ path }) => `  <url><loc>${escape(addressOf(path, place))}</loc></url>`)
    .sort();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
}

export function llms(docs, place) {
  const line = ({ title, description, path }) => {
    const text = path.replace(/\/$/, '/index').replace(/(\.html)?$/, '.md');
    return `- [${title}](${addressOf(text, place)}): ${description}`;
  };
  const of = (lang) => docs.filter((page) => page.lang === lang).map(line);
  return [
    '# riac-widgets',
    '',
    '> Star rating, share bar and poll as three custom elements with configurable HTTP endpoints, and a reference server.',
    '',
    '## Documentation',
    '',
    ...of('en'),
    '',
    '## Документация',
    '',
    ...of('ru'),
    '',
  ].join('\n');
}
