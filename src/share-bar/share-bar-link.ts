import type { ShareNetwork } from './share-bar-networks.js';

/** The data of a shared page that fill the address template of a network. */
export interface SharedPage {
  /** Absolute http or https URL; `''` if the page has none. */
  readonly url: string;
  readonly title: string;
  /** The text beside the link. It is the `text` of the page, else its title. */
  readonly text: string;
  /** Absolute URL of the preview picture; `''` if there is none. */
  readonly image: string;
  /** Account name without `@`. */
  readonly via: string;
}

/**
 * Returns the weight of a grapheme on X. It is one for each code point below 4352 and else two
 * (docs.x.com, "Counting characters"). It rates an emoji of several code points and a dash too high
 * rather than too low.
 */
const weightOnX = (grapheme: string): number =>
  /[^\0-\u10ff]/.test(grapheme) ? 2 * grapheme.length : grapheme.length;

/**
 * Cuts a text to `room` and marks the cut with an ellipsis.
 * @param room - Largest sum of weights.
 * @param weigh - Returns the weight of one grapheme; 1 by default.
 */
function trim(text: string, room: number, weigh: (grapheme: string) => number = () => 1): string {
  // A text this short fits at any weight, and creating the first segmenter of a page is slow.
  if (text.length * 2 <= room) return text;
  let used = 0;
  let kept = '';
  // Graphemes keep an emoji, or a letter with its marks, in one piece.
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += weigh(segment);
    if (used > room) return room > 9 ? `${kept.trimEnd()}…` : '';
    // The ellipsis weighs two on X.
    if (used < room - 1) kept += segment;
  }
  return text;
}

/**
 * Replaces lone surrogates, for which `encodeURIComponent` throws, and cuts the text to 500
 * graphemes. Servers and mail programs reject the addresses that longer texts make.
 */
export const tidy = (text: string): string => trim(text.replace(/\p{Cs}/gu, '\ufffd').trim(), 500);

/** Returns the text beside the link, cut to the limit of the network. */
function textFor(id: string, { text, url, via }: SharedPage): string {
  // X counts every link as 23 characters and adds " via @name" itself.
  if (id === 'x') return trim(text, 256 - (via ? via.length + 6 : 0), weightOnX);
  return id === 'bluesky' ? trim(text, 299 - url.length) : text;
}

/** Replaces each `{name}` of a template by its value, encoded with `encodeURIComponent`. */
export const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((Object.hasOwn(values, name) && values[name]) || ''),
  );

/**
 * Returns the address that opens a network with the page filled in. Leaves out parameters without a
 * value.
 */
export function linkTo({ id, href }: ShareNetwork, page: SharedPage): string {
  const text = textFor(id, page);
  const lines = [text, page.url].filter(Boolean);
  const message = lines.join('\n');
  return fill(href, {
    ...page,
    text,
    message,
    // RFC 6068, section 5 requires CRLF as the line break in a mail body.
    mail: lines.join('\n\n').replace(/\r?\n/g, '\r\n'),
    html: message.replace(/[&<]/g, (char) => `&#${char.charCodeAt(0)};`),
  })
    .replace(/(?<=[?&])[\w.]+=(?:&|$)/g, '')
    .replace(/[?&]$/, '');
}
