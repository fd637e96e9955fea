import type { ShareNetwork } from './share-bar-networks.js';

/** What is shared, before it is written into the address of a network. */
export interface SharedPage {
  /** Absolute http(s) address; `''` where the page has none. */
  readonly url: string;
  readonly title: string;
  /** What a message says beside the link: the page's own words, else its title. */
  readonly text: string;
  /** Absolute address of the preview picture; `''` where there is none. */
  readonly image: string;
  /** Account name without `@`. */
  readonly via: string;
}

/** Graphemes of a text, so that no cut goes through an emoji or a letter with its marks. */
function graphemes(text: string): string[] {
  // Firefox has the segmenter since version 125; code points are the next best cut.
  if (!('Segmenter' in Intl)) return Array.from(text);
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

// X counts these code points once and all others twice (docs.x.com, counting characters).
const lightOnX = /^[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]+$/;

/** What a grapheme costs on X; a joined emoji is rated too high rather than too low. */
const weightOnX = (grapheme: string): number =>
  lightOnX.test(grapheme) ? grapheme.length : 2 * Array.from(grapheme).length;

/**
 * Cuts a text to `room` and marks the cut with an ellipsis.
 * @param room - Largest sum of weights.
 * @param weigh - Weight of one grapheme; one each unless told.
 */
export function trim(
  text: string,
  room: number,
  weigh: (grapheme: string) => number = () => 1,
): string {
  if (text.length * 2 <= room) return text;
  let used = 0;
  let kept = '';
  for (const grapheme of graphemes(text)) {
    used += weigh(grapheme);
    if (used > room) return room > 9 ? `${kept.trimEnd()}…` : '';
    // The ellipsis itself weighs two on X.
    if (used <= room - 2) kept += grapheme;
  }
  return text;
}

/** What any network takes: longer texts make addresses that servers and mail programs refuse. */
const longestText = 500;

/** A text that can be encoded and that no receiver shows broken: lone surrogates would throw. */
export const tidy = (text: string): string =>
  trim(
    text
      .replace(/\p{Cs}/gu, '\ufffd')
      .replace(/\r\n?/g, '\n')
      .trim(),
    longestText,
  );

// X writes every link as 23 characters, and adds " via @name" itself.
const roomOnX = ({ via }: SharedPage) => 256 - (via ? via.length + 6 : 0);

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The text beside the link, as long as the network takes it. */
function textFor({ limit }: ShareNetwork, page: SharedPage): string {
  if (limit === 'x') return trim(page.text, roomOnX(page), weightOnX);
  return limit ? trim(page.text, limit - page.url.length - 1) : page.text;
}

/** Puts values, percent-encoded once as `encodeURIComponent` does, for `{name}` into a template. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(Object.hasOwn(values, name) ? (values[name] ?? '') : ''),
  );

/**
 * The address that opens a network with the page filled in; parameters without a value are left out.
 */
export function linkTo(network: ShareNetwork, page: SharedPage): string {
  const text = textFor(network, page);
  const values: Record<string, string> = {
    ...page,
    text,
    message: [text, page.url].filter(Boolean).join('\n'),
    mail: [text, page.url].filter(Boolean).join('\n\n'),
    html: `<a href="${escapeHtml(page.url)}">${escapeHtml(page.title)}</a>`,
  };
  const filled = fill(network.href, values);
  // RFC 6068 §5 writes line breaks of a mail as CRLF.
  const link = /^mailto:/i.test(filled) ? filled.replace(/(?<!%0D)%0A/g, '%0D%0A') : filled;
  return link.replace(/(?<=[?&])[\w.]+=(?:&|$)/g, '').replace(/[?&]$/, '');
}
