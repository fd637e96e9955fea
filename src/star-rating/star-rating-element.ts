import { LitElement, html, nothing } from 'lit';
import { baseStyles } from '../core/base-styles.js';
import { commonMessages } from '../core/common-messages.js';
import { renderFeedback } from '../core/feedback.js';
import { ItemController } from '../core/item-controller.js';
import { type Messages, type Translate, translator } from '../core/messages.js';
import { ratingContract } from './star-rating-api.js';
import { PreviewEvent } from './star-rating-events.js';
import { type Face, faceOf } from './star-rating-face.js';
import { starAfterKey } from './star-rating-keys.js';
import { starRatingMessages } from './star-rating-messages.js';
import { starRatingStyles } from './star-rating-styles.js';

/**
 * Stars that show what readers think of an item, and take one vote of each.
 * @fires {BeforeVoteEvent} riac-before-vote - The reader is about to vote; cancel it to send nothing.
 * @fires {VoteEvent} riac-vote - The server has counted the vote.
 * @fires {PreviewEvent} riac-preview - The reader points at stars without choosing.
 * @slot prompt - What is asked, "Rate this article" by default.
 * @slot - Shown while there are no numbers.
 */
export class StarRatingElement extends LitElement {
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    live: { type: Boolean },
    max: { type: Number },
    readonly: { type: Boolean, reflect: true },
    summary: {},
    size: { reflect: true },
    messages: { attribute: false },
  };
  static override styles = [baseStyles, starRatingStyles];

  /** Base URL of the HTTP contract; by default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /** URL to read from instead of the endpoint. */
  declare src: string;
  /** Id of what is rated; by default the page. */
  declare item: string;
  /** Keep the numbers current. */
  declare live: boolean;
  /** Number of stars, 1 to 10, where the server does not say; 5 by default. */
  declare max: number;
  /** Show only. */
  declare readonly: boolean;
  /** `full`, `short`, both or `none`. */
  declare summary: string;
  /** `s`, `m` or `l`. */
  declare size: string | undefined;
  /** Sentences of this element alone. */
  declare messages: Messages | undefined;

  readonly #rating = new ItemController(this, 'rating', ratingContract);
  #choice = 0;
  #preview = 0;

  constructor() {
    super();
    this.endpoint = '';
    this.src = '';
    this.item = '';
    this.live = false;
    this.max = 5;
    this.readonly = false;
    this.summary = 'full';
  }

  get #translate(): Translate {
    return translator(this.#rating.lang, [starRatingMessages, commonMessages], this.messages);
  }

  get #face(): Face {
    const max = Math.round(this.max);
    return faceOf({
      view: this.#rating.view,
      votable: this.#rating.votable,
      fixed: this.readonly,
      max: max >= 1 ? Math.min(max, 10) : 5,
      value: 0,
      choice: this.#choice,
      preview: this.#preview,
    });
  }

  override willUpdate(): void {
    // A vote on its way is no pending choice any more, whichever copy sent it.
    if (this.#rating.view.phase === 'sending') this.#choice = this.#preview = 0;
  }

  override render() {
    const face = this.#face;
    const translate = this.#translate;
    return html`<div class="heading">
        <span part="prompt" id="prompt"
          ><slot name="prompt">${translate(face.active ? 'prompt' : 'result')}</slot></span
        >
        <span part="summary" id="summary">${this.#renderSummary(face, translate)}</span>
      </div>
      <div class="row">
        <div
          part="stars"
          id="stars"
          role=${face.active ? 'radiogroup' : 'img'}
          aria-labelledby=${face.active ? 'prompt' : nothing}
          aria-label=${face.active ? nothing : this.#sentence(face, translate)}
          aria-describedby=${face.active ? 'summary' : nothing}
          .style=${`--_fill:${face.filled}`}
          @click=${this.#point}
          @keydown=${this.#press}
          @pointerover=${this.#hover}
          @pointerleave=${this.#leave}
        >
          ${Array.from({ length: face.max }, (_, index) => this.#renderStar(index, face, translate))}
        </div>
        <div part="note" class="note">${this.#renderNote(face, translate)}</div>
      </div>`;
  }

  #renderStar(index: number, face: Face, translate: Translate) {
    const { active, checked, max } = face;
    const value = index + 1;
    const own = value === checked;
    return html`<span
      part="star"
      class=${own ? 'star own' : 'star'}
      role=${active ? 'radio' : nothing}
      tabindex=${active ? (value === (checked || 1) ? 0 : -1) : nothing}
      aria-checked=${active ? own : nothing}
      aria-disabled=${active && face.busy ? 'true' : nothing}
      aria-label=${active ? translate('stars', { n: value, max }) : nothing}
    ></span>`;
  }

  #renderSummary({ snapshot }: Face, translate: Translate) {
    if (!snapshot) return html`<slot></slot>`;
    const { votes, mean } = snapshot;
    if (votes === null) return nothing;
    return mean === null ? translate('unrated') : translate('summary', { votes, mean });
  }

  #sentence({ snapshot, own, max, reason }: Face, translate: Translate): string {
    const { votes, mean } = snapshot ?? { votes: null, mean: null };
    const counted = votes === null ? '' : translate('votes', { n: votes });
    const parts = [
      mean === null ? translate('result') : translate('average', { mean, max, votes: counted }),
      own ? translate('own', { value: own }) : '',
      reason && translate(reason),
    ];
    return parts.filter(Boolean).join(' ');
  }

  #renderNote(face: Face, translate: Translate) {
    const { own, checked, busy, snapshot, reason } = face;
    const { view, lead } = this.#rating;
    if (!snapshot && view.phase !== 'unavailable') return nothing;
    const text = checked && translate(checked === own ? 'own' : 'choice', { value: checked });
    const voted = view.phase === 'ready' && view.notice === 'voted' && own;
    const said =
      view.phase !== 'ready' || !view.notice
        ? ''
        : voted
          ? `${translate('thanks', { value: own, max: face.max })}`
          : translate(view.notice);
    return html`<span part="own-vote">${text || nothing}</span> ${
        this.#choice
          ? html`<button class="primary" part="button" @click=${this.#submit}>
              ${translate('submit')}
            </button>`
          : nothing
      }
      ${
        own && !this.#choice && snapshot?.policy.withdraw && snapshot.state === 'open'
          ? html`<button
              part="button"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${this.#withdraw}
            >
              ${translate('remove')}
            </button>`
          : nothing
      }
      ${reason ? translate(reason) : nothing}
      ${renderFeedback(view, {
        translate,
        lead,
        said,
        retry: () => this.#rating.retry(),
        dismiss: () => this.#rating.dismiss(),
      })}`;
  }

  #indexOf(target: EventTarget | null): number {
    return [...this.renderRoot.querySelectorAll('.star')].indexOf(target as Element);
  }

  readonly #point = ({ target }: Event): void => {
    const index = this.#indexOf(target);
    if (index >= 0) this.#commit(index + 1);
  };

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.#face.active) return;
    const { max } = this.#face;
    const current = this.#indexOf(event.target);
    const rightToLeft = getComputedStyle(this).direction === 'rtl';
    const next = starAfterKey(event.key, current, max, rightToLeft);
    if (next !== undefined) this.#choose(next + 1);
    else if (event.key === 'Enter' || event.key === ' ') this.#commit(current + 1);
    else if (event.key === 'Escape' && this.#choice) this.#choose(0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #hover = ({ target, pointerType }: PointerEvent): void => {
    const value = this.#indexOf(target) + 1;
    const { active, busy } = this.#face;
    if (!value || pointerType === 'touch' || !active || busy || value === this.#preview) return;
    this.dispatchEvent(new PreviewEvent(this.#preview ? 'value' : 'start', value));
    this.#preview = value;
    this.requestUpdate();
  };

  readonly #leave = (): void => {
    if (!this.#preview) return;
    this.#preview = 0;
    this.dispatchEvent(new PreviewEvent('end', null));
    this.requestUpdate();
  };

  readonly #submit = (): void => this.#commit(this.#choice);

  readonly #withdraw = (): void => this.#rating.cast(null);

  #choose(value: number): void {
    if (this.#face.busy) return;
    this.#choice = value;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    });
  }

  #commit(value: number): void {
    const { active, busy, own } = this.#face;
    if (!active || busy || !value) return;
    this.#leave();
    if (value === own) {
      this.#choice = 0;
      this.requestUpdate();
    } else this.#rating.cast({ value });
  }

  /** Moves the keyboard focus to the stars. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }
}
