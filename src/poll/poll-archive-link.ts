import { webAddress } from '../element/page-item.js';

/**
 * Returns the address of a past poll from the page's template; `''` if the result is no web
 * address.
 */
export function archiveLink(href: string, item: string): string {
  const link = href.replaceAll('{item}', encodeURIComponent(item));
  return webAddress(link) ? link : '';
}
