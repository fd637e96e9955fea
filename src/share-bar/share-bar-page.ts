import { found } from '../element/in-page.js';
import { canonical, pageTitle, webAddress } from '../element/page-item.js';
import { type SharedPage, fill, tidy } from './share-bar-link.js';
import { warnUnusable } from './share-bar-warning.js';

// Matches click identifiers, such as fbclid, gclid, yclid, ysclid and msclkid, and the parameters
// of campaigns and mailings.
const tracking = /^(utm_|\w{1,3}clk?id=|[gw]braid=|igsh|mc_[ce]id=|_g[al]=|_hs(enc|mi)=|srsltid=)/i;

/**
 * Returns a web address without parameters that identify a reader or a campaign. Returns `''` with
 * a warning for anything else.
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
  // A query without such parameters keeps its exact spelling.
  if (kept.length < pairs.length) url.search = kept.join('&');
  return url.href;
}

/** Returns the content of an Open Graph property of the page; `''` if there is none. */
const told = (property: string): string =>
  found(`meta[property="og:${property}"]`)?.getAttribute('content') ?? '';

/**
 * Returns the first safe address of these: the wanted one, the canonical link, `og:url`, the
 * location.
 */
function pageAddress(wanted: string): string {
  for (const candidate of [
    wanted,
    canonical(),
    told('url'),
    // Only some single-page applications use the fragment (`#/` or `#!/`) as part of an article's
    // address.
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

/** The attributes of a bar that describe the shared page. */
type Wanted = Readonly<Partial<Record<'url' | 'shareTitle' | 'text' | 'via', string | undefined>>>;

/** Describes the shared page, from the attributes of the bar and else from the page itself. */
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
