import type { CSSResult, LitElement } from 'lit';

const sheetsOf = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

function sheetFor(style: CSSResult, document: Document, view: typeof globalThis): CSSStyleSheet {
  const known = sheetsOf.get(document) ?? new Map<CSSResult, CSSStyleSheet>();
  sheetsOf.set(document, known);
  const sheet = known.get(style) ?? new view.CSSStyleSheet();
  if (!known.has(style)) sheet.replaceSync(style.cssText);
  known.set(style, sheet);
  return sheet;
}

/**
 * To be called by `adoptedCallback`: a constructed style sheet belongs to one document, and an element
 * that moves to another one (an iframe, say) comes there without its styles.
 */
export function repairStyles(element: LitElement): void {
  const { ownerDocument, shadowRoot } = element;
  const view = ownerDocument.defaultView;
  if (!view || !shadowRoot) return;
  const styles = (element.constructor as typeof LitElement).elementStyles as CSSResult[];
  shadowRoot.adoptedStyleSheets = styles.map((style) => sheetFor(style, ownerDocument, view));
}
