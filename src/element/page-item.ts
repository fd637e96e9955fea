import { longestItem } from '../contract/limits.js';
import { found } from './in-page.js';

/** Eight or fewer characters that tell long texts apart (FNV-1a, 32 bits). */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** What a text names from this page, when it is a web address. */
export function webAddress(text: string | null | undefined): URL | undefined {
  if (!text) return undefined;
  try {
    const url = new URL(text, found('html')?.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** What the canonical link of the page says, as it is written. */
export const canonical = (): string | null | undefined =>
  found('link[rel~="canonical" i]')?.getAttribute('href');

/** The page's own address: its canonical link where that is a web address, else its location. */
export const pageUrl = (): URL => webAddress(canonical()) ?? new URL(location.href);

/** Item id of the page: host and path with `:` for `/`, as in `news.example:en:article.html`. */
export function pageItem(url: URL = pageUrl()): string {
  const path = url.host + url.pathname;
  const id = path.replace(/\/+$/, '').replaceAll('/', ':');
  return id.length > longestItem ? `${id.slice(0, longestItem - 8)}-${shortHash(id)}` : id;
}

/** The document's title. */
export const pageTitle = (): string => found('head title')?.textContent ?? '';
