// A page that draws elements of its own with its own copy of Lit.
import { LitElement, html } from '/node_modules/lit/index.js';

customElements.define(
  'page-clock',
  class extends LitElement {
    render() {
      return html`<p>Now</p>`;
    }
  },
);
document.body.append(document.createElement('page-clock'));
