import { correction, generate } from 'lean-qr/nano';
import { toSvg } from 'lean-qr/extras/svg';
import type { ShareNetwork } from './share-bar-networks.js';

/**
 * Draws a QR code as SVG. It is black on white in every colour scheme, because cameras read nothing
 * else reliably.
 * @param text - The content of the code, at most 2 331 bytes of UTF-8. Throws an Error for a longer
 *   one.
 * @returns an element of this document with 4 CSS pixels for each module, the quiet zone that
 *   cameras need, and error correction level M, which restores about 15 % of the code. It has no
 *   accessible name.
 */
export function drawQrCode(text: string): SVGElement {
  const code = generate(text, { minCorrectionLevel: correction.M });
  return toSvg(code, document, { on: '#000', off: '#fff', scale: 4 });
}

const styles = `
figure { margin: 0.75em 0 0 }
figure svg { display: block; max-inline-size: 100%; block-size: auto; stroke: none; forced-color-adjust: none }
figcaption { margin-block-start: 0.5em; font-size: 0.875em; overflow-wrap: anywhere }
@media print {
  :host { display: block }
  .bar, .bar ~ :not(figure) { display: none }
}`;

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/**
 * Adds the styles of the code to a shadow root. It builds the style sheet for the root's document,
 * since a constructed style sheet belongs to one document.
 */
function adoptStyles(root: ShadowRoot): void {
  const { defaultView } = root.ownerDocument;
  const known = sheets.get(root);
  if (!defaultView || (known && root.adoptedStyleSheets.includes(known))) return;
  const sheet = new defaultView.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
  sheets.set(root, sheet);
}

/**
 * Creates a figure with a QR code and the address as text under it. The figure is printed while it
 * is shown.
 */
function showCode(url: string, name: string, root: ShadowRoot): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  figure.part.add('code');
  figure.ariaLabel = name;
  caption.textContent = url;
  figure.append(caption);
  try {
    const picture = drawQrCode(url);
    // Hides the code from screen readers, because the figure has a name and its caption contains
    // the address.
    picture.ariaHidden = 'true';
    figure.prepend(picture);
  } catch {
    // The address is too long for a code. The reader still sees it as text.
  }
  adoptStyles(root);
  return figure;
}

/**
 * Networks that few pages name. The fields of a line are the label, the address and the icon, as in
 * share-bar-networks.ts.
 */
const table = `Hacker News|https://news.ycombinator.com/submitlink?u={url}&t={title}|M4 4h16v16H4zM8 8l4 5 4-5M12 13v4
LiveJournal|https://www.livejournal.com/update.bml?subject={title}&event={html}|M4 20l1-5L16 4l4 4L9 19zM13 7l4 4
Messenger|fb-messenger://share?link={url}|M4 21v-5c-5-6 1-13 8-13s13 6 7 12q-5 5-11 3zM7 13l4-3 2 2 4-3
Fediverse|https://s2f.kytta.dev/?text={message}|M12 3L7 20l14-11H3l14 11z
Instapaper|https://www.instapaper.com/edit?url={url}&title={title}|M8 4h8M12 4v16M8 20h8`;

const links = table.split('\n').map((line): ShareNetwork => {
  const [label = '', href = '', icon = ''] = line.split('|');
  return { id: label.toLowerCase().replace(' ', ''), label, href, icon };
});

const code = (id: string, label: string, icon: string): ShareNetwork => {
  return { id, label, href: '', icon, show: showCode };
};

/** The networks that `networks` may name besides those of the bundle. */
export const furtherNetworks: readonly ShareNetwork[] = [
  ...links,
  code('wechat', 'WeChat', 'M10 15a7 6 0 1 1 6-7M7 8h0M12 8h0M15 10a6 5 0 1 0 1 0z'),
  code('qr', '', 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v6M20 14h0M20 20h0'),
];
