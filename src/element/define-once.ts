import { html, render } from 'lit';
import { upgradeCarriers } from './carrier.js';

/** False outside a browser, and where the page's Trusted Types policy lets no template be parsed. */
function canDraw(): boolean {
  try {
    render(html`<br />`, document.createElement('p'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Registers a custom element unless the page has one of that name already: loading the library twice,
 * or beside another version, changes nothing and throws nothing. Where nothing can be drawn the tag
 * stays undefined, and what stands in it stays readable.
 */
export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) || !canDraw()) return;
  customElements.define(name, element);
  upgradeCarriers();
}
