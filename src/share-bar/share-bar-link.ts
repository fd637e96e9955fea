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

/**
 * What a grapheme costs on X: two, or one for each code point below 4352 (docs.x.com, counting
 * characters). An emoji of several code points and a dash are rated too high rather than too low.
 */
const weightOnX = (grapheme: string): number =>
  /[^\0-\u10ff]/.test(grapheme) ? 2 * grapheme.length : grapheme.length;

/**
 * Cuts a text to `room` and marks the cut with an ellipsis.
 * @param room - Largest sum of weights.
 * @param weigh - Weight of one grapheme; one each unless told.
 */
function trim(text: string, room: number, weigh: (grapheme: string) => number = () => 1): string {
  // Nothing weighs more, and the first segmenter of a page takes its time.
  if (text.length * 2 <= room) return text;
  let used = 0;
  let kept = '';
  // No cut goes through an emoji or a letter with its marks.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += weigh(segment);
    if (used > room) return room > 9 ? `${kept.trimEnd()}…` : '';
    // The ellipsis itself weighs two on X.
    if (used < room - 1) kept += segment;
  }
  return text;
}

/**
 * A text that can be encoded and that no receiver shows broken: lone surrogates would throw. Longer
 * ones than 500 graphemes make addresses that servers and mail programs refuse.
 */
export const tidy = (text: string): string => trim(text.replace(/\p{Cs}/gu, '\ufffd').trim(), 500);

/** The text beside the link, as long as the network takes it. */
function textFor(id: string, { text, url, via }: SharedPage): string {
  // X writes every link as 23 characters, and adds " via @name" itself.
  if (id === 'x') return trim(text, 256 - (via ? via.length + 6 : 0), weightOnX);
  return id === 'bluesky' ? trim(text, 299 - url.length) : text;
}

/** Puts values, percent-encoded once as `encodeURIComponent` does, for `{name}` into a template. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((Object.hasOwn(values, name) && values[name]) || ''),
  );

/**
 * The address that opens a network with the page filled in; parameters without a value are left out.
 */
export function linkTo({ id, href }: ShareNetwork, page: SharedPage): string {
  const text = textFor(id, page);
  const lines = [text, page.url].filter(Boolean);
  const message = lines.join('\n');
  return fill(href, {
    ...page,
    text,
    message,
    // RFC 6068 §5 writes line breaks of a mail as CRLF.
    mail: lines.join('\n\n').replace(/\r?\n/g, '\r\n'),
    html: message.replace(/[&<]/g, (char) => `&#${char.charCodeAt(0)};`),
  })
    .replace(/(?<=[?&])[\w.]+=(?:&|$)/g, '')
    .replace(/[?&]$/, '');
}
