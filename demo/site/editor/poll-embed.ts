import { LitElement, html } from 'lit';
import { t } from './words.js';

/** Shows the HTML that puts a poll on a page, with a button that copies it. */
export class PollEmbed extends LitElement {
  static override properties = { item: { attribute: false }, status: { state: true } };

  /** Public id of the poll. */
  declare item: string;
  declare private status: string;

  constructor() {
    super();
    this.status = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  async #copy(): Promise<void> {
    const code = this.querySelector('code');
    if (!code) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? '');
      this.status = t('copied');
    } catch {
      getSelection()?.selectAllChildren(code);
      this.status = t('copy_failed');
    }
  }

  protected override render() {
    const line = `<riac-poll item="${this.item}"></riac-poll>`;
    return html`
      <section class="embed" aria-labelledby="embed">
        <h2 id="embed">${t('embed')}</h2>
        <div class="row">
          <code>${line}</code>
          <button type="button" class="button small" @click=${this.#copy}>${t('copy')}</button>
          <span class="hint" role="status">${this.status}</span>
        </div>
      </section>
    `;
  }
}
