import { correction, generate } from 'lean-qr/nano';

/** What stands under a bar that offers a QR code. */
export interface CodePanel {
  /** Address in the code, and in letters under it. */
  readonly url: string;
  /** Accessible name of the picture. */
  readonly name: string;
  /** Shown on the screen; it is printed in any case. */
  readonly open: boolean;
}

const svg = <K extends 'svg' | 'path'>(tag: K, attributes: Record<string, string | number>) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
  return element;
};

/** White modules on each side, without which a camera may not find the code (ISO/IEC 18004). */
const margin = 4;
/** CSS pixels of a module: large enough for a camera at arm's length, and in print. */
const scale = 4;

/**
 * Draws a QR code as SVG, black on white in every colour scheme: cameras read nothing else reliably.
 * @param text - What the code says, at most 2 331 bytes of UTF-8. Throws an Error for longer ones.
 * @param name - Accessible name of the picture; the text itself unless told.
 * @returns an element for this document, with error correction M: 15 % of the code may be damaged.
 */
export function drawQrCode(text: string, name = text): SVGSVGElement {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const size = code.size + 2 * margin;
  let dark = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      const from = x;
      while (code.get(x, y)) x++;
      if (x > from) dark += `M${from + margin} ${y + margin}h${x - from}v1h${from - x}z`;
    }
  }
  const picture = svg('svg', {
    viewBox: `0 0 ${size} ${size}`,
    width: size * scale,
    height: size * scale,
    'shape-rendering': 'crispEdges',
    role: 'img',
    'aria-label': name,
  });
  picture.append(
    svg('path', { fill: '#fff', d: `M0 0h${size}v${size}H0z` }),
    svg('path', { fill: '#000', d: dark }),
  );
  return picture;
}

const styles = `
#code { margin: 0.75em 0 0 }
#code svg { display: block; max-inline-size: 100%; block-size: auto; stroke: none; forced-color-adjust: none }
figcaption { font-size: 0.875em }
@media print {
  :host { display: block }
  .bar, .bar ~ :not(#code) { display: none }
  #code { display: block }
}`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Adds the styles of the panel; a constructed style sheet belongs to one document. */
function adoptStyles(root: ShadowRoot): void {
  const { ownerDocument, adoptedStyleSheets } = root;
  const view = ownerDocument.defaultView;
  const sheet = sheets.get(ownerDocument) ?? (view && new view.CSSStyleSheet());
  if (!sheet || adoptedStyleSheets.includes(sheet)) return;
  sheet.replaceSync(styles);
  sheets.set(ownerDocument, sheet);
  root.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
}

function fill(figure: HTMLElement, { url, name, open }: CodePanel): void {
  figure.hidden = !open;
  const caption = document.createElement('figcaption');
  caption.textContent = url;
  try {
    figure.replaceChildren(drawQrCode(url, name), caption);
  } catch {
    // Too long for any code: the address itself can still be read.
    figure.replaceChildren(caption);
  }
}

const drawings = new WeakMap<ShadowRoot, () => void>();

/**
 * Keeps a panel under a share bar.
 * @param describe - Asked now and before the page is printed, since a single-page application may show
 *   another article by then; answers `undefined` where the bar offers no code any more.
 */
export function showPanel(root: ShadowRoot, describe: () => CodePanel | undefined): void {
  const draw =
    drawings.get(root) ??
    (() => {
      const found = root.querySelector<HTMLElement>('#code');
      const panel = root.host.isConnected ? describe() : undefined;
      if (!panel) {
        removeEventListener('beforeprint', draw);
        return found?.remove();
      }
      const figure = found ?? document.createElement('figure');
      figure.id = 'code';
      figure.part.add('code');
      fill(figure, panel);
      if (!found) root.append(figure);
      addEventListener('beforeprint', draw);
      adoptStyles(root);
    });
  drawings.set(root, draw);
  draw();
}
