import { type SharedPage, fill, tidy } from './share-bar-link.js';
import { warnOnce } from './share-bar-warning.js';

// Click identifiers such as fbclid, gclid, yclid, ysclid, msclkid; campaign and mailing parameters.
const tracking =
  /^(utm_.*|\w{1,3}clk?id|[gw]braid|igsh(id)?|mc_[ce]id|_openstat|_g[al]|_hs(enc|mi)|mkt_tok|srsltid)$/i;

/** Takes off what names a reader or a campaign: it must not travel with the link. */
function clean(url: URL): string {
  url.username = '';
  url.password = '';
  const pairs = url.search.slice(1).split('&');
  const kept = pairs.filter((pair) => !tracking.test(pair.replace(/=.*/s, '')));
  // Untouched queries keep their own spelling.
  if (kept.length < pairs.length) url.search = kept.join('&');
  return url.href;
}

/** A web address, cleaned; `''` and a warning for anything else. */
function webAddress(value: string): string {
  try {
    const url = new URL(value, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return clean(url);
  } catch {
    // Told below.
  }
  warnOnce(`not a web address: ${value.slice(0, 80)}`);
  return '';
}

const content = (property: string): string =>
  document.querySelector<HTMLMetaElement>(`meta[property="${property}"]`)?.content ?? '';

/** The page's location; a fragment stays only where it is a route of a single-page application. */
function here(): string {
  const url = new URL(location.href);
  if (!/^#!?\//.test(url.hash)) url.hash = '';
  return /^https?:$/.test(url.protocol) ? clean(url) : '';
}

/** Address to share: the wanted one, else canonical link, `og:url`, location; the first that is safe. */
export function pageAddress(wanted: string): string {
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  for (const candidate of [wanted, canonical, content('og:url')]) {
    const url = candidate && webAddress(candidate);
    if (url) return url;
  }
  return here();
}

/** Adds campaign parameters to the query, before any fragment. */
export function withCampaign(url: string, template: string, values: Record<string, string>) {
  if (!template || !url) return url;
  const added = fill(template.replace(/^[?&]+/, ''), values);
  const result = new URL(url);
  result.search += (result.search ? '&' : '') + added;
  return result.href;
}

/** What the page says about itself, where the attributes say nothing. */
export function describePage(wanted: {
  readonly url: string;
  readonly title: string;
  readonly text: string;
  readonly via: string;
}): SharedPage {
  const title = tidy((wanted.title || content('og:title') || document.title).replace(/\s+/g, ' '));
  const image = content('og:image');
  return {
    url: pageAddress(wanted.url),
    title,
    text: tidy(wanted.text) || title,
    image: image && webAddress(image),
    via: wanted.via.replace(/\W/g, ''),
  };
}
