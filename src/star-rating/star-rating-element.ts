import { LitElement } from 'lit';
import type { Adapter } from '../data/adapter.js';
import { repairStyles } from '../element/adopted-styles.js';
import { baseStyles } from '../element/base-styles.js';
import { commonMessages } from '../element/common-messages.js';
import { insideOf } from '../element/inside.js';
import { ItemController } from '../element/item-controller.js';
import type { Messages } from '../data/message-types.js';
import { PressGuard } from '../element/press-guard.js';
import { ratingContract, warn } from './star-rating-api.js';
import { type Face, faceOf } from './star-rating-face.js';
import { RatingInput } from './star-rating-input.js';
import { reflect } from './star-rating-internals.js';
import type { Model } from './star-rating-model.js';
import { starRatingMessages } from './star-rating-messages.js';
import { concealRating, publishRating } from './star-rating-schema.js';
import { rowFor } from './star-rating-row.js';
import { Stars } from './star-rating-stars.js';
import { starRatingStyles } from './star-rating-styles.js';
import { renderRating } from './star-rating-template.js';

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
 * @csspart prompt - What is asked.
 * @csspart summary - `(votes: 5, rating: 5)`.
 * @csspart stars - All stars.
 * @csspart star - One star, or half a star where steps are halves.
 * @csspart own - The star that the reader has chosen.
 * @csspart note - The line beside the stars.
 * @csspart votes - `(5 votes)`.
 * @csspart own-vote - "Your vote: 4".
 * @csspart reason - Why the reader cannot rate.
 * @csspart button - Every button.
 * @csspart feedback - The line that says what became of a vote.
 * @csspart error - What went wrong, in that line.
 * @csspart histogram - How the votes spread.
 * @csspart bar - One bar of it.
 * @csspart debug - The panel for developers.
 * @cssprop [--riac-rating-size] - Size of a star: 1.75em, or 1.25em and 2.5em in sizes s and l.
 * @cssprop [--riac-rating-color] - Colour of the stars; the accent by default.
 * @cssprop [--riac-accent] - Buttons that send, chosen things, stars and bars.
 * @cssprop [--riac-accent-text] - Text on the accent.
 * @cssprop [--riac-muted] - Quiet text: notes, hints, sums.
 * @cssprop [--riac-line] - Borders and empty bars.
 * @cssprop [--riac-error] - Sentences about what went wrong.
 * @cssprop [--riac-radius] - Corners; 4px by default.
 * @cssprop [--riac-focus] - The focus ring.
 * @cssprop [--riac-gap] - Space between parts; 0.5em by default.
 * @cssstate loading - The first numbers are on their way.
 * @cssstate voted - The reader has a vote or a choice here.
 * @cssstate pending - A vote is on its way or waits for a connection.
 * @cssstate closed - Voting is over.
 * @cssstate error - Something went wrong, and the element says what.
 */
export class StarRatingElement extends LitElement {
  static formAssociated = true;
  static override styles = [baseStyles, starRatingStyles];
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    adapter: {},
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
  /** Name of a registered adapter, or an adapter: how to speak with a back end of another kind. */
  declare adapter: Adapter | string | null | undefined;
  /** Keep the numbers current. */
  declare live: boolean;
  /** Show what is wrong, in words for the developer. */
  declare debug: boolean;
  /** Number of stars, 1 to 10, where no server says it; 5 by default. */
  declare max: number | undefined;
  /** Without an endpoint: 0.5 lets the reader choose half stars. */
  declare step: number | undefined;
  /** Name in a form. */
  declare name: string | undefined;
  /** In a form: a choice must be made. */
  declare required: boolean;
  /** Take no input; `reason` may say why. */
  declare disabled: boolean;
  /** Show only; `reason` may say why. */
  declare readonly: boolean;
  /** Why the rating takes no votes, such as "Sign in to vote." */
  declare reason: string | undefined;
  /** `full` as in `(votes: 5, rating: 5)`, `short` as in `(5 votes)`, both, or `none`. */
  declare summary: 'full' | 'short' | 'full short' | 'none' | undefined;
  /** Words for one star, two stars and so on, with commas between them. */
  declare labels: string | undefined;
  /** Show how the votes spread. */
  declare histogram: boolean;
  /** Describe the rating to search engines, as of this schema.org type; `CreativeWork` if empty. */
  declare schema: string | undefined;
  /** `s`, `m` or `l`. */
  declare size: 's' | 'm' | 'l' | undefined;
  /** Sentences of this element alone. */
  declare messages: Messages | undefined;

  readonly #rating = new ItemController(this, 'rating', ratingContract);
  readonly #inside = insideOf(this);
  readonly #stars = new Stars();
  readonly #input = new RatingInput(this.#stars);
  #value = 0;
  #barred = false;

  constructor() {
    super();
    new PressGuard(this, (lost) => this.#stars.restAfter(lost));
    this.endpoint = '';
    this.src = '';
    this.item = '';
  }

  /** The reader's choice: in a form its value, with an endpoint the vote; `null` for none. */
  get value(): number | null {
    return this.#face().own || null;
  }

  set value(value: number | null) {
    this.#value = Number(value);
    this.requestUpdate();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#barred = disabled;
    // An update that reflects `disabled` calls this too. Lit accepts no new update request before
    // that one has ended.
    if (this.isUpdatePending) queueMicrotask(() => this.requestUpdate());
    else this.requestUpdate();
  }

  formResetCallback(): void {
    this.#input.settle();
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
    this.#stars.tabStop?.focus(options);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A form must be able to focus a required rating. Elsewhere `delegatesFocus` would keep a click
    // on the text from selecting text.
    if (!this.shadowRoot) this.attachShadow({ mode: 'open', delegatesFocus: Boolean(this.name) });
    const root = super.createRenderRoot();
    this.#input.listen(root, this);
    return root;
  }

  protected override render() {
    // A vote that is being sent is no unsent choice any more, whichever element sent it.
    if (this.#fixed || this.#rating.view.phase === 'sending') this.#input.settle();
    const model = this.#derive();
    this.#stars.draw(model);
    return renderRating(model, this.#stars.root);
  }

  protected override updated(): void {
    const { model } = this.#stars;
    const { snapshot, max } = model;
    if (this.#inside) reflect(this.#inside, model, this.#stars);
    publishRating(this, this.schema, snapshot);
    if (this.#value > max) warn(`value ${this.#value} shown as ${max}`);
    if (this.debug && max > 7) warn('more than 7 stars');
  }

  get #fixed(): boolean {
    return this.readonly || this.disabled || this.#barred;
  }

  #face(): Face {
    return faceOf(this.#rating, this.#input, this, this.#value, this.#fixed);
  }

  #derive(): Model {
    const face = this.#face();
    return {
      ...face,
      ...rowFor(face, this.labels ?? '', this.#rating.lang, dictionaries, this.messages),
      excuse: (face.fixed && this.reason) || '',
      host: this,
      input: this.#input,
      rating: this.#rating,
    };
  }
}
