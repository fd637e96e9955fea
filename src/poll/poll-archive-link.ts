import { webAddress } from '../element/page-item.js';

/** Where a poll of the archive stands, as the page writes it; `''` for what is no web address. */
export function archiveLink(href: string, item: string): string {
  const link = href.replaceAll('{item}', encodeURIComponent(item));
  return webAddress(link) ? link : '';
}
