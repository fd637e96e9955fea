import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { choicesField } from './choices.js';
import { type Draft, type Tongue, languages } from './draft.js';
import { type Screen, snapshotOf } from './preview-snapshot.js';
import { lang, t } from './words.js';

/** Milliseconds between the editor's last input and the update of the preview. */
const pause = 250;

const nameOf: Readonly<Record<Tongue, string>> = { en: 'English', ru: 'Русский' };

interface Shown {
  readonly item: string;
  /** A back end in memory for this draft only, so that no server counts a vote in the preview. */
  readonly adapter: ReturnType<typeof memoryAdapter>;
  readonly tongue: Tongue;
}

let items = 0;

/** Shows the draft in a real `<riac-poll>`. */
export class PollPreview extends LitElement {
  static override properties = {
    draft: { attribute: false },
    tongue: { state: true },
    screen: { state: true },
    current: { state: true },
    coming: { state: true },
  };

  declare draft: Draft;
  declare private tongue: Tongue;
  declare private screen: Screen;
  /** The visible poll. */
  declare private current: Shown | undefined;
  /** The next poll, which loads invisibly so that the preview does not flicker. */
  declare private coming: Shown | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.tongue = lang;
    this.screen = 'ballot';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override createRenderRoot() {
    return this;
  }

  /** Shows the changed draft after a pause. A new call restarts the pause. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), pause);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['draft', 'tongue', 'screen'].some((name) => changed.has(name))) this.#show();
  }

  #show(): void {
    const { draft, tongue, screen } = this;
    const item = `preview-${++items}`;
    const polls = { [item]: snapshotOf(draft, item, tongue, screen) };
    this.coming = { item, adapter: memoryAdapter({ polls }), tongue };
  }

  #arrived(shown: Shown): void {
    if (shown !== this.coming) return;
    this.current = shown;
    this.coming = undefined;
  }

  #poll(shown: Shown) {
    return html`
      <riac-poll
        class=${shown === this.coming ? 'coming' : nothing}
        lang=${shown.tongue}
        item=${shown.item}
        .adapter=${shown.adapter}
        heading-level="3"
        @riac-load=${() => this.#arrived(shown)}
      ></riac-poll>
    `;
  }

  #switches() {
    const screens = ['ballot', 'results'] as const;
    return html`
      <div class="switches">
        ${choicesField({
          ...{ name: 'preview-screen', legend: t('preview_screen'), value: this.screen },
          options: screens.map((value) => ({ value, label: t(`preview_${value}`) })),
          change: (value) => (this.screen = value),
        })}
        ${choicesField({
          ...{ name: 'preview-lang', legend: t('preview_lang'), value: this.tongue },
          options: languages.map((value) => ({ value, label: nameOf[value] })),
          change: (value) => (this.tongue = value),
        })}
      </div>
    `;
  }

  protected override render() {
    const shown = [this.current, this.coming].filter((each) => each !== undefined);
    return html`
      <section class="preview" aria-labelledby="preview-title">
        <h2 id="preview-title">${t('preview')}</h2>
        <p class="hint">${t('preview_hint')}</p>
        ${this.#switches()}
        <div class="stage">
          ${repeat(
            shown,
            ({ item }) => item,
            (each) => this.#poll(each),
          )}
        </div>
      </section>
    `;
  }
}
