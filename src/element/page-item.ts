import { longestItem } from '../contract/limits.js';
import { found } from './in-page.js';

/** Returns a hash of at most 7 characters (FNV-1a, 32 bits), which tells shortened ids apart. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Parses an http or https URL, relative to the page. Returns `undefined` for anything else. */
export function webAddress(text: string | null | undefined): URL | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text, found('html')?.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the `href` of the page's canonical link, as it is written. */
export const canonical = (): string | null | undefined =>
  found('link[rel~="canonical" i]')?.getAttribute('href');

/** Returns the URL of the page: its canonical link if that is a web address, else its location. */
export const pageUrl = (): URL => webAddress(canonical()) ?? new URL(location.href);

/**
 * Returns the item id of a page: host and path with `:` for `/`, such as
 * `news.example:en:article.html`. An id above the limit ends in a hash.
 */
export function pageItem(url: URL = pageUrl()): string {
  const path = url.host + url.pathname;
  const id = path.replace(/\/+$/, '').replaceAll('/', ':');
  return id.length > longestItem ? `${id.slice(0, longestItem - 8)}-${shortHash(id)}` : id;
}

/** Returns the title of the document; `''` if it has none. */
export const pageTitle = (): string => found('head title')?.textContent ?? '';
