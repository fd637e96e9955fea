customElements.define('riac-share-bar', class extends HTMLElement {});
