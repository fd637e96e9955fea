import type { CSSResult, LitElement } from 'lit';

/**
 * To be called by `adoptedCallback`: a constructed style sheet belongs to one document, and an element
 * that moves to another one (an iframe, say) comes there without its styles.
 */
export function repairStyles({ ownerDocument, shadowRoot, constructor }: LitElement): void {
  const view = ownerDocument.defaultView;
  if (!view || !shadowRoot) return;
  const { elementStyles } = constructor as typeof LitElement;
  shadowRoot.adoptedStyleSheets = (elementStyles as CSSResult[]).map(({ cssText }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}
