import { LitElement, type TemplateResult, html } from 'lit';
import type { Adapter } from '../data/adapter.js';
import { repairStyles } from '../element/adopted-styles.js';
import { baseStyles } from '../element/base-styles.js';
import { commonMessages } from '../element/common-messages.js';
import { FailureEvent } from '../element/events.js';
import { problemText, renderFeedback } from '../element/feedback.js';
import { withFurtherFile } from '../element/further-file.js';
import { insideOf, setStates } from '../element/inside.js';
import { ItemController } from '../element/item-controller.js';
import { sourceOf } from '../element/item-host.js';
import type { Dictionary, Messages } from '../data/message-types.js';
import { type Translate, translator } from '../element/messages.js';
import type { RequestError } from '../data/request-error.js';
import { PressGuard } from '../element/press-guard.js';
import { pollContract } from './poll-api.js';
import { moveFocus } from './poll-focus.js';
import { renderForm } from './poll-form.js';
import { renderHeading } from './poll-heading.js';
import { PollMarkup } from './poll-markup.js';
import { pollMessages } from './poll-messages.js';
import { orderSeed } from './poll-order.js';
import { renderResults } from './poll-results.js';
import { PollStage } from './poll-stage.js';
import { pollStyles } from './poll-styles.js';
import { PollTicker } from './poll-ticker.js';

/**
 * A poll, which asks questions, takes one vote from each reader and shows the results.
 * @fires {BeforeVoteEvent} riac-before-vote - The reader is about to vote. Cancel the event to
 *   send nothing.
 * @fires {VoteEvent} riac-vote - The server has counted the vote, or its withdrawal if `vote`
 *   is `null`.
 * @fires {LoadEvent} riac-load - The first snapshot of the poll has been loaded.
 * @fires {FailureEvent} riac-error - A request failed, or the poll in the markup is invalid.
 * @slot - Fallback content, shown while there is no data. It may hold a poll as markup or JSON.
 * @csspart title - The heading.
 * @csspart status - When voting opens, closes or closed.
 * @csspart form - The form with the questions.
 * @csspart question - One question with its options.
 * @csspart text - The text of a question.
 * @csspart hint - The number of options that an answer may select.
 * @csspart fault - What is wrong with an answer.
 * @csspart choice - One option of the form.
 * @csspart field - The field for a write-in.
 * @csspart options - The options of one question, or the past polls of an archive.
 * @csspart option - One option of the results, or one past poll.
 * @csspart own - An option that the reader has selected.
 * @csspart leading - An option with the most votes.
 * @csspart label - The label of an option.
 * @csspart description - The description of an option.
 * @csspart image - The picture of an option.
 * @csspart tally - The numbers of an option.
 * @csspart bar - The bar of an option. Its length is the exact share.
 * @csspart mark - "Your choice" or "Most votes".
 * @csspart chosen - The mark "Your choice".
 * @csspart leader - The mark "Most votes".
 * @csspart written - Write-ins of readers.
 * @csspart base - The number that makes 100%, if it is not the total.
 * @csspart total - The number of voters.
 * @csspart note - The reason why there are no numbers.
 * @csspart reason - The reason why the reader cannot vote.
 * @csspart link - A past poll in the list of an archive.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button.
 * @csspart vote - The button that sends the vote.
 * @csspart feedback - The line with the outcome of a vote or an error.
 * @csspart error - The error message.
 * @csspart debug - The debug panel.
 * @cssprop [--riac-accent] - Colour of primary buttons, selected things, stars and bars.
 * @cssprop [--riac-accent-text] - Colour of text on the accent.
 * @cssprop [--riac-muted] - Colour of secondary text, such as notes, hints and totals.
 * @cssprop [--riac-line] - Colour of borders and empty bars.
 * @cssprop [--riac-error] - Colour of error messages.
 * @cssprop [--riac-radius] - Radius of corners; 4px by default.
 * @cssprop [--riac-focus] - Colour of the focus ring.
 * @cssprop [--riac-gap] - Space between parts; 0.5em by default.
 * @cssstate loading - The poll is loading.
 * @cssstate voted - The reader has voted here.
 * @cssstate pending - A vote is being sent or waits in the outbox.
 * @cssstate closed - Voting is closed.
 * @cssstate error - A request failed, and the element shows why.
 */
export class PollElement extends LitElement {
  // Form association lets a disabled fieldset of the page disable the poll.
  static formAssociated = true;
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    adapter: {},
    live: { type: Boolean },
    debug: { type: Boolean },
    show: {},
    rounding: {},
    sort: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    disabled: { type: Boolean, reflect: true },
    readonly: { type: Boolean, reflect: true },
    reason: {},
    archive: { type: Boolean },
    archiveHref: { attribute: 'archive-href' },
    messages: { attribute: false },
  };
  static override styles = [baseStyles, pollStyles];

  /** Base URL of the HTTP contract. By default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /**
   * URL from which to read the snapshot instead, such as a static JSON file. Without an endpoint
   * nobody can vote.
   */
  declare src: string;
  /** Id of the poll. */
  declare item: string;
  /** A registered adapter's name, or an adapter. Connects the widget to a different back end. */
  declare adapter: Adapter | string | null | undefined;
  /** Updates the numbers while the element is visible and voting is not closed. */
  declare live: boolean;
  /** Shows a panel that explains configuration faults to the developer. */
  declare debug: boolean;
  /** Numbers beside an option: `both` as in `33 (31%)`, `percent` or `count`. */
  declare show: 'both' | 'percent' | 'count';
  /**
   * `sum100` makes the percentages of a single choice add up to 100. `plain` rounds each on its
   * own.
   */
  declare rounding: 'sum100' | 'plain';
  /**
   * Order of the results: `authored` or by `votes`. It does not change while the reader sees the
   * results.
   */
  declare sort: 'authored' | 'votes';
  /** Level of the title among the page's headings, 1 to 6; 3 by default. */
  declare headingLevel: number;
  /** Takes no votes. `reason` may give the reason. */
  declare disabled: boolean;
  /** Shows the item without input. `reason` may give the reason. */
  declare readonly: boolean;
  /** The reason why the poll takes no votes, such as "Sign in to vote." */
  declare reason: string | undefined;
  /** Lists the closed polls of the endpoint instead of one poll. */
  declare archive: boolean;
  /** Address of a poll in that list, such as `/polls/{item}`. Without it the list has no links. */
  declare archiveHref: string;
  /** Messages of this element only. They replace the built-in ones. */
  declare messages: Messages | undefined;

  readonly #item = new ItemController(this, 'poll', pollContract, () => !this.archive);
  readonly #markup = new PollMarkup(this, (error) => this.#fail(error));
  readonly #ticker = new PollTicker(this, () => this.#item.refresh());
  readonly #stage = new PollStage(this.#item, () => this.requestUpdate());
  readonly #inside = insideOf(this);
  #barred = false;

  constructor() {
    super();
    new PressGuard(this, () => this.renderRoot.querySelector<HTMLElement>('#title'));
    this.endpoint = this.src = this.item = this.archiveHref = '';
    this.live = this.debug = this.archive = false;
    this.show = 'both';
    this.rounding = 'sum100';
    this.sort = 'authored';
    this.headingLevel = 3;
  }

  formDisabledCallback(disabled: boolean): void {
    this.#barred = disabled;
    // An update that reflects `disabled` calls this too. Lit accepts no new update request before
    // that one has ended.
    if (this.isUpdatePending) queueMicrotask(() => this.requestUpdate());
    else this.requestUpdate();
  }

  override willUpdate(): void {
    this.#stage.fixed = Boolean(this.disabled || this.readonly) || this.#barred;
    this.#stage.follow(this.#markup, Boolean(this.shadowRoot?.activeElement));
    const { state, vote } = this.#stage;
    setStates(this.#inside, this.#item.view.phase, vote !== null, state === 'closed');
  }

  override render() {
    // The list of past polls replaces the fallback.
    if (this.archive) return html`<div id="archive"><slot></slot></div>`;
    const { poll, screen } = this.#stage;
    const translate = this.#words();
    const feedback = this.#renderFeedback(translate);
    if (!poll) return html`<slot></slot>${feedback}`;
    const { show, rounding, sort, headingLevel } = this;
    const { source, lang } = this.#item;
    const faults = this.#stage.faults();
    const seed = orderSeed(source?.endpoint ?? '');
    const excuse = (this.#stage.fixed && this.#stage.state === 'open' && this.reason) || '';
    const scene = {
      poll,
      stage: this.#stage,
      translate,
      faults,
      seed,
      show,
      rounding,
      sort,
      excuse,
    };
    return html`${renderHeading(scene, headingLevel, lang)}
    ${screen === 'form' ? renderForm(scene) : renderResults(scene)} ${feedback}`;
  }

  #renderFeedback(translate: Translate): TemplateResult {
    const { view, lead } = this.#item;
    const { error } = this.#markup;
    if (view.phase === 'empty' && error) {
      return html`<div part="error" class="fault" role="alert">
        ${problemText(error, translate)}
      </div>`;
    }
    const { notice, fixed } = this.#stage;
    return renderFeedback(view, {
      translate,
      lead,
      fixed,
      said: notice && translate(notice),
      retry: () => this.#item.retry(),
      dismiss: () => this.#item.dismiss(),
    });
  }

  override updated(): void {
    if (this.archive) this.#showArchive();
    moveFocus(this.renderRoot, this.#stage);
    this.#ticker.plan(this.#stage.poll);
  }

  readonly #fail = (error: RequestError) =>
    this.dispatchEvent(new FailureEvent('poll', this.item, error));

  readonly #words = (...more: Dictionary[]) =>
    translator(this.#item.lang, [...more, pollMessages, commonMessages], this.messages);

  #showArchive(): void {
    void withFurtherFile(
      () => import('./poll-archive.js'),
      ({ showArchive }) => {
        const source = sourceOf(this, 'poll', this.#item.lang);
        showArchive(this, source, this.#words, problemText, this.#fail);
      },
    );
  }

  adoptedCallback(): void {
    repairStyles(this);
  }
}
