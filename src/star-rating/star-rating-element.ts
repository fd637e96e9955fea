import { LitElement, adoptStyles } from 'lit';
import { repairStyles } from '../core/adopted-styles.js';
import { baseStyles } from '../core/base-styles.js';
import { commonMessages } from '../core/common-messages.js';
import { ItemController } from '../core/item-controller.js';
import { type Messages, translator } from '../core/messages.js';
import { ratingContract } from './star-rating-api.js';
import { type Face, faceOf } from './star-rating-face.js';
import { RatingInput } from './star-rating-input.js';
import { RatingInternals } from './star-rating-internals.js';
import { starRatingMessages } from './star-rating-messages.js';
import { concealRating, publishRating } from './star-rating-schema.js';
import { starRatingStyles } from './star-rating-styles.js';
import { RatingSymbols } from './star-rating-symbols.js';
import { renderRating } from './star-rating-template.js';
import { warnOnce } from './star-rating-warning.js';
import { parseLabels } from './star-rating-words.js';

const dictionaries = [starRatingMessages, commonMessages];

/**
 * Stars that show what readers think of an item, and take one vote of each. Without an endpoint it
 * is a form control.
 * @fires {BeforeVoteEvent} riac-before-vote - The reader is about to vote; cancel it to send nothing.
 * @fires {VoteEvent} riac-vote - The server has counted the vote, or with `null` its withdrawal.
 * @fires {LoadEvent} riac-load - The first numbers are there.
 * @fires {FailureEvent} riac-error - A request failed.
 * @fires {PreviewEvent} riac-preview - The reader points at stars without choosing.
 * @fires {Event} input - Without an endpoint: the reader has changed the value.
 * @fires {Event} change - Follows `input`.
 * @slot prompt - What is asked, "Rate this article" by default.
 * @slot symbol-empty - Replaces the empty star; copied for each of them.
 * @slot symbol-full - Replaces the full star; copied for each of them.
 * @slot - Shown while there are no numbers.
 * @csspart prompt - What is asked. @csspart summary - `(votes: 5, rating: 5)`.
 * @csspart stars - All stars. @csspart star - One star, or half a star where steps are halves.
 * @csspart own - The star that the reader has chosen. @csspart note - The line beside the stars.
 * @csspart votes - `(5 votes)`. @csspart own-vote - "Your vote: 4". @csspart reason - Why not.
 * @csspart button - Every button. @csspart histogram - The bars. @csspart bar - One bar.
 * @cssprop [--riac-rating-size] - Size of a star: 1.75em, or 1.25em and 2.5em in sizes s and l.
 * @cssprop [--riac-rating-color] - Colour of the stars; the accent by default.
 */
export class StarRatingElement extends LitElement {
  static formAssociated = true;
  static override styles = [baseStyles, starRatingStyles];
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    live: { type: Boolean },
    debug: { type: Boolean },
    max: { type: Number },
    step: { type: Number },
    value: { type: Number, noAccessor: true },
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
    reason: {},
    summary: {},
    labels: {},
    histogram: { type: Boolean },
    schema: {},
    size: { reflect: true },
    messages: { attribute: false },
  };

  /** Base URL of the HTTP contract; by default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /** URL or static JSON file to read from instead; without an endpoint nobody can vote. */
  declare src: string;
  /** Id of what is rated; by default the page. */
  declare item: string;
  /** Keep the numbers current. */
  declare live: boolean;
  /** Show what is wrong, in words for the developer. */
  declare debug: boolean;
  /** Number of stars, 1 to 10, where no server says it; 5 by default. */
  declare max: number;
  /** Without an endpoint: 0.5 lets the reader choose half stars. */
  declare step: number;
  /** Name in a form. */
  declare name: string | undefined;
  /** In a form: a choice must be made. */
  declare required: boolean;
  /** Take no input; `reason` may say why. */
  declare disabled: boolean;
  /** Show only. */
  declare readonly: boolean;
  /** Why the rating is disabled, such as "Sign in to vote." */
  declare reason: string;
  /** `full` as in `(votes: 5, rating: 5)`, `short` as in `(5 votes)`, both, or `none`. */
  declare summary: string;
  /** Words for one star, two stars and so on, with commas between them. */
  declare labels: string;
  /** Show how the votes spread. */
  declare histogram: boolean;
  /** Describe the rating to search engines, as of this schema.org type; `CreativeWork` if empty. */
  declare schema: string | undefined;
  /** `s`, `m` or `l`. */
  declare size: string | undefined;
  /** Sentences of this element alone. */
  declare messages: Messages | undefined;

  readonly #rating = new ItemController(this, 'rating', ratingContract);
  readonly #internals = new RatingInternals(this);
  readonly #input = new RatingInput(this, this.#rating, () => this.#face);
  readonly #symbols = new RatingSymbols(this);
  #value = 0;
  #barred = false;
  #focused: Element | null = null;
  #face = this.#look();

  constructor() {
    super();
    this.endpoint = '';
    this.src = '';
    this.item = '';
    this.max = 5;
    this.step = 1;
    this.reason = '';
    this.summary = 'full';
    this.labels = '';
  }

  /** The reader's choice: in a form its value, with an endpoint the vote; `null` for none. */
  get value(): number | null {
    return this.#look().own || null;
  }

  set value(value: number | null) {
    this.#value = Number(value);
    this.requestUpdate();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#barred = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#input.drop();
    this.value = Number(this.getAttribute('value'));
  }

  formStateRestoreCallback(state: string): void {
    this.value = Number(state);
  }

  adoptedCallback(): void {
    repairStyles(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    concealRating(this);
  }

  /** Moves the keyboard focus to the stars. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A form must be able to focus what is missing; elsewhere a click on the text selects text.
    const root =
      this.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: Boolean(this.name) });
    adoptStyles(root, StarRatingElement.elementStyles);
    return root;
  }

  protected override willUpdate(): void {
    this.#focused = this.shadowRoot?.activeElement ?? null;
    this.#symbols.look();
  }

  protected override render() {
    if (this.#rating.view.phase === 'sending') {
      // A vote on its way is no pending choice any more, whichever copy sent it.
      this.#input.choice = 0;
      this.#input.rest();
    }
    // Not before: only now has the controller seen which item the properties name.
    this.#face = this.#look();
    return renderRating({
      view: this.#rating.view,
      lead: this.#rating.lead,
      face: this.#face,
      words: {
        translate: translator(this.#rating.lang, dictionaries, this.messages),
        labels: parseLabels(this.labels),
        excuse: this.disabled ? this.reason : '',
      },
      input: this.#input,
      symbols: this.#symbols,
      summary: this.summary,
      histogram: this.histogram,
      required: this.required,
    });
  }

  protected override updated(): void {
    const { snapshot, max } = this.#face;
    this.#keepFocus();
    this.#internals.reflect(this.#face, {
      named: Boolean(this.name),
      required: this.required,
      anchor: () => this.renderRoot.querySelector<HTMLElement>('#stars') ?? this,
    });
    if (this.schema == null || !snapshot) concealRating(this);
    else publishRating(this, this.schema, snapshot);
    if (this.#value > max) warnOnce(`value ${this.#value} is above max ${max}; ${max} is shown`);
    if (this.debug && max > 7) warnOnce('for more than 7 choices a radio group is not advised');
  }

  /** The focused element may be gone or focusable no more: the focus must not fall out of the rating. */
  #keepFocus(): void {
    const focused = this.#focused;
    if (!focused || (focused.isConnected && !focused.matches('.star:not([role])'))) return;
    const stars = this.renderRoot.querySelector<HTMLElement>('#stars');
    if (!this.#face.active && stars) stars.tabIndex = -1;
    (this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]') ?? stars)?.focus();
  }

  #look(): Face {
    return faceOf({
      view: this.#rating.view,
      votable: this.#rating.votable,
      fixed: this.readonly || this.disabled || this.#barred,
      max: this.max,
      step: this.step,
      value: this.#value,
      choice: this.#input.choice,
      preview: this.#input.preview,
    });
  }
}
