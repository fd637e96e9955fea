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
 * Stars that show the mean rating of an item and take one vote from each reader. Without an
 * endpoint the element is a form control.
 * @fires {BeforeVoteEvent} riac-before-vote - The reader is about to vote. Cancel the event to
 *   send nothing.
 * @fires {VoteEvent} riac-vote - The server has counted the vote, or its withdrawal if `vote`
 *   is `null`.
 * @fires {LoadEvent} riac-load - The first snapshot has been loaded.
 * @fires {FailureEvent} riac-error - A request failed.
 * @fires {PreviewEvent} riac-preview - The reader points at stars without selecting.
 * @fires {Event} input - The reader has changed the value; only without an endpoint.
 * @fires {Event} change - Follows `input`.
 * @slot prompt - The question; "Rate this article" by default.
 * @slot symbol-empty - Replaces the empty star. Each star shows a copy.
 * @slot symbol-full - Replaces the full star. Each star shows a copy.
 * @slot - Fallback content, shown while there is no data.
 * @csspart prompt - The question.
 * @csspart summary - The summary, such as `(votes: 5, rating: 5)`.
 * @csspart stars - All stars.
 * @csspart star - One star, or half a star if `step` is 0.5.
 * @csspart own - The star that the reader has selected.
 * @csspart note - The line beside the stars.
 * @csspart votes - The number of votes, such as `(5 votes)`.
 * @csspart own-vote - The reader's own vote, such as "Your vote: 4".
 * @csspart reason - The reason why the reader cannot vote.
 * @csspart button - Every button.
 * @csspart feedback - The line with the outcome of a vote or an error.
 * @csspart error - The error message in that line.
 * @csspart histogram - The number of votes for each number of stars.
 * @csspart bar - One bar of the histogram.
 * @csspart debug - The debug panel.
 * @cssprop [--riac-rating-size] - Size of a star: 1.75em, or 1.25em and 2.5em in sizes s and l.
 * @cssprop [--riac-rating-color] - Colour of the stars; the accent by default.
 * @cssprop [--riac-accent] - Colour of primary buttons, selected things, stars and bars.
 * @cssprop [--riac-accent-text] - Colour of text on the accent.
 * @cssprop [--riac-muted] - Colour of secondary text, such as notes, hints and totals.
 * @cssprop [--riac-line] - Colour of borders and empty bars.
 * @cssprop [--riac-error] - Colour of error messages.
 * @cssprop [--riac-radius] - Radius of corners; 4px by default.
 * @cssprop [--riac-focus] - Colour of the focus ring.
 * @cssprop [--riac-gap] - Space between parts; 0.5em by default.
 * @cssstate loading - The first snapshot is loading.
 * @cssstate voted - The reader has voted, or has selected a value.
 * @cssstate pending - A vote is being sent or waits in the outbox.
 * @cssstate closed - Voting is closed.
 * @cssstate error - A request failed, and the element shows why.
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

  /** Base URL of the HTTP contract. By default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /**
   * URL from which to read the snapshot instead, such as a static JSON file. Without an endpoint
   * nobody can vote.
   */
  declare src: string;
  /** Id of the rated item. By default it is made from the page's address. */
  declare item: string;
  /** A registered adapter's name, or an adapter. Connects the widget to a different back end. */
  declare adapter: Adapter | string | null | undefined;
  /** Updates the numbers while the element is visible and voting is not closed. */
  declare live: boolean;
  /** Shows a panel that explains configuration faults to the developer. */
  declare debug: boolean;
  /** Number of stars, 1 to 10, if no server gives it; 5 by default. */
  declare max: number | undefined;
  /** 0.5 lets the reader select half stars, but only without an endpoint. */
  declare step: number | undefined;
  /** Name of the form control. */
  declare name: string | undefined;
  /** The form requires a value. */
  declare required: boolean;
  /** Takes no input. `reason` may give the reason. */
  declare disabled: boolean;
  /** Shows the item without input. `reason` may give the reason. */
  declare readonly: boolean;
  /** The reason why the rating takes no votes, such as "Sign in to vote." */
  declare reason: string | undefined;
  /** `full` as in `(votes: 5, rating: 5)`, `short` as in `(5 votes)`, both, or `none`. */
  declare summary: 'full' | 'short' | 'full short' | 'none' | undefined;
  /** Labels for one star, two stars and so on, separated by commas. */
  declare labels: string | undefined;
  /** Shows the number of votes for each number of stars. */
  declare histogram: boolean;
  /** Describes the rating to search engines with this schema.org type; `CreativeWork` if empty. */
  declare schema: string | undefined;
  /** Size of the stars: `s`, `m` or `l`. */
  declare size: 's' | 'm' | 'l' | undefined;
  /** Messages of this element only. They replace the built-in ones. */
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

  /** The number of stars of the reader's vote, or the value in a form; `null` for none. */
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
