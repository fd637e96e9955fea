/** Adapts the links of pages, which are written for the root of a server, to the site's real address. */

const attribute = /\s(href|src|action|data-search|data-riac-endpoint)="(\/(?!\/)[^"]*)"/g;

/** The path before every link of the site, such as `/widgets`; empty at the root of a server. */
export const baseOf = ({ url }) => (url ? new URL(url).pathname.replace(/\/$/, '') : '');

/** Turns a path of the site into an address, which is absolute if SITE_URL is set. */
export const addressOf = (path, place) =>
  place.url ? new URL(baseOf(place) + path, place.url).href : baseOf(place) + path;

function moved(path, place) {
  if (path === '/api/v1') return place.endpoint;
  if (path.startsWith('/api/v1/')) return place.endpoint + path.slice('/api/v1'.length);
  return baseOf(place) + path;
}

/**
 * Rewrites the addresses in all tags of a page. A regular expression finds the tags safely, because the
 * code samples in a page have escaped angle brackets.
 */
export function relocate(html, place) {
  return html.replace(/<[a-z][^<>]*>/g, (tag) => {
    const forEngines = /^<link\b/.test(tag) && /rel="(canonical|alternate)"/.test(tag);
    return tag.replace(attribute, (_all, name, path) => {
      const address = forEngines ? addressOf(path, place) : moved(path, place);
      return ` ${name}="${address}"`;
    });
  });
}
