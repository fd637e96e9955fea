import { html, render } from 'lit';
import { upgradeCarriers } from './carrier.js';

/** False outside a browser, and if the page's Trusted Types policy forbids parsing a template. */
function canDraw(): boolean {
  try {
    render(html`<br />`, document.createElement('p'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Registers a custom element unless the page already has one with that name. So a page may load the
 * library twice, or in two versions, without an error. If Lit cannot render, the tag stays
 * undefined and its fallback content stays readable.
 */
export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) || !canDraw()) return;
  customElements.define(name, element);
  upgradeCarriers();
}
