/** Pages are written as if they stood at the root of their server; here they learn where they stand. */

const attribute = /\s(href|src|action|data-search|data-riac-endpoint)="(\/(?!\/)[^"]*)"/g;

/** The path that goes before every link of the site: empty at the root of a server. */
export const baseOf = ({ url }) => (url ? new URL(url).pathname.replace(/\/$/, '') : '');

/** The address of a path of the site: absolute where the site knows its own. */
export const addressOf = (path, place) =>
  place.url ? new URL(baseOf(place) + path, place.url).href : baseOf(place) + path;

function moved(path, place) {
  if (path === '/api/v1') return place.endpoint;
  if (path.startsWith('/api/v1/')) return place.endpoint + path.slice('/api/v1'.length);
  return baseOf(place) + path;
}

/** Code in a page has its angle brackets escaped, so that what looks like a tag here is one. */
export function relocate(html, place) {
  return html.replace(/<[a-z][^<>]*>/g, (tag) => {
    const forEngines = /^<link\b/.test(tag) && /rel="(canonical|alternate)"/.test(tag);
    return tag.replace(attribute, (_all, name, path) => {
      const address = forEngines ? addressOf(path, place) : moved(path, place);
      return ` ${name}="${address}"`;
    });
  });
}
