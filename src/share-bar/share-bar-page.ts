import { found } from '../element/in-page.js';
import { canonical, pageTitle, webAddress } from '../element/page-item.js';
import { type SharedPage, fill, tidy } from './share-bar-link.js';
import { warnUnusable } from './share-bar-warning.js';

// Click identifiers such as fbclid, gclid, yclid, ysclid, msclkid; campaign and mailing parameters.
const tracking = /^(utm_|\w{1,3}clk?id=|[gw]braid=|igsh|mc_[ce]id=|_g[al]=|_hs(enc|mi)=|srsltid=)/i;

/**
 * A web address without what names a reader or a campaign: that must not travel with the link.
 * `''` and a warning for anything else.
 */
function shareable(value: string): string {
  const url = webAddress(value);
  if (!url) {
    warnUnusable(value);
    return '';
  }
  url.username = url.password = '';
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => !tracking.test(pair));
  // Untouched queries keep their own spelling.
  if (kept.length < pairs.length) url.search = kept.join('&');
  return url.href;
}

/** What the page says of itself by the Open Graph protocol. */
const told = (property: string): string =>
  found(`meta[property="og:${property}"]`)?.getAttribute('content') ?? '';

/** Address to share: the wanted one, else canonical link, `og:url`, location; the first that is safe. */
function pageAddress(wanted: string): string {
  for (const candidate of [
    wanted,
    canonical(),
    told('url'),
    // A fragment is part of an article's address only in some single-page applications.
    location.href.replace(/#(?!!?\/).*/, ''),
  ]) {
    const url = candidate && shareable(candidate);
    if (url) return url;
  }
  return '';
}

/** Adds campaign parameters to the query, before any fragment. */
export function withCampaign(address: string, template = '', values: Record<string, string>) {
  if (!template || !address) return address;
  const url = new URL(address);
  url.search += (url.search && '&') + fill(template.replace(/^[?&]+/, ''), values);
  return url.href;
}

/** The attributes of a bar that say what is shared. */
type Wanted = Readonly<Partial<Record<'url' | 'shareTitle' | 'text' | 'via', string | undefined>>>;

/** What is shared: by the attributes where they say it, else by what the page says about itself. */
export function describePage({ url = '', shareTitle, text = '', via = '' }: Wanted): SharedPage {
  const heading = shareTitle || told('title') || pageTitle();
  const title = tidy(heading.replace(/\s+/g, ' '));
  const image = told('image');
  return {
    url: pageAddress(url),
    title,
    text: tidy(text) || title,
    image: image && shareable(image),
    via: via.replace(/\W/g, ''),
  };
}
