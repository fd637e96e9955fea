import type { CSSResult, LitElement } from 'lit';

/**
 * Creates the style sheets of an element anew; call it from `adoptedCallback`. A constructed style
 * sheet belongs to one document, so an element that moves to another document, such as that of an
 * iframe, loses its styles.
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
