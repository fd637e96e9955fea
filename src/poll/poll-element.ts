import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { repairStyles } from '../core/adopted-styles.js';
import { baseStyles } from '../core/base-styles.js';
import { serverNow } from '../core/clock.js';
import { commonMessages } from '../core/common-messages.js';
import { renderFeedback } from '../core/feedback.js';
import { ItemController } from '../core/item-controller.js';
import { type Messages, type Translate, translator } from '../core/messages.js';
import { pollContract } from './poll-api.js';
import { PollDraft } from './poll-draft.js';
import { renderForm } from './poll-form.js';
import { pollMessages } from './poll-messages.js';
import { orderSeed } from './poll-order.js';
import type { Rounding } from './poll-percent.js';
import { type Show, renderResults } from './poll-results.js';
import type { PollSnapshot, PollVote } from './poll-snapshot.js';
import { pollStyles } from './poll-styles.js';
import { PollTicker } from './poll-ticker.js';
import { nextChange, stateAt, timeWords, untilNextWords } from './poll-time.js';

/** The ballot paper, or the results as far as they may be seen. */
type Screen = 'form' | 'results';

/** A snapshot to show, with what the reader has voted. */
interface Shown {
  readonly poll: PollSnapshot;
  readonly vote: PollVote | null;
}

/**
 * A poll: asks its questions, takes one vote of each reader, and shows what came of it.
 * @fires {BeforeVoteEvent} riac-before-vote - The reader is about to vote; cancel it to send nothing.
 * @fires {VoteEvent} riac-vote - The server has counted the vote, or with `null` its withdrawal.
 * @fires {LoadEvent} riac-load - The first snapshot of the poll is there.
 * @fires {FailureEvent} riac-error - A request failed.
 * @slot - Shown while there is no poll; may hold the poll itself, as markup or JSON.
 */
export class PollElement extends LitElement {
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    live: { type: Boolean },
    debug: { type: Boolean },
    show: {},
    rounding: {},
    sort: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    messages: { attribute: false },
  };
  static override styles = [baseStyles, pollStyles];

  /** Base URL of the HTTP contract; by default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /** URL or static JSON file to read from instead; without an endpoint nobody can vote. */
  declare src: string;
  /** Id of the poll. */
  declare item: string;
  /** Keep the numbers current. */
  declare live: boolean;
  /** Show what is wrong, in words for the developer. */
  declare debug: boolean;
  /** Numbers beside an option: `both` as in `33 (31%)`, `percent` or `count`. */
  declare show: Show;
  /** `sum100`: percentages of a single choice add up to 100; `plain`: each is rounded by itself. */
  declare rounding: Rounding;
  /** Order of the results: `authored` or by `votes`; never changed under the reader's eyes. */
  declare sort: 'authored' | 'votes';
  /** Level of the title among the page's headings, 1 to 6; 3 by default. */
  declare headingLevel: number;
  /** Sentences of this element alone. */
  declare messages: Messages | undefined;

  readonly #item = new ItemController(this, 'poll', pollContract);
  readonly #ticker = new PollTicker(this);
  readonly #draft = new PollDraft();
  #shown: Shown | undefined;
  #screen: Screen | undefined;
  #wanted: Screen | undefined;

  constructor() {
    super();
    this.endpoint = '';
    this.src = '';
    this.item = '';
    this.live = false;
    this.debug = false;
    this.show = 'both';
    this.rounding = 'sum100';
    this.sort = 'authored';
    this.headingLevel = 3;
  }

  get #translate(): Translate {
    return translator(this.#item.lang, [pollMessages, commonMessages], this.messages);
  }

  override willUpdate(): void {
    const { view } = this.#item;
    if (!('snapshot' in view)) return;
    const { snapshot: poll, vote } = view;
    this.#shown = { poll, vote };
    this.#draft.follow(poll, 'wish' in view ? view.wish : null);
    if (view.phase === 'ready' && view.notice) this.#wanted = undefined;
    // A vote on its way is not counted yet: the paper stays until it is.
    if (view.phase !== 'sending') this.#screen = this.#nextScreen({ poll, vote });
  }

  #nextScreen({ poll, vote }: Shown): Screen {
    const open = this.#item.votable && stateAt(poll, serverNow()) === 'open';
    if (!open || (vote && !poll.policy.change)) return 'results';
    if (vote) return this.#wanted ?? 'results';
    return poll.visible ? (this.#wanted ?? 'form') : 'form';
  }

  override render() {
    const shown = this.#shown;
    const { view } = this.#item;
    const translate = this.#translate;
    if (!shown) return html`<slot></slot>${this.#renderFeedback(translate)}`;
    const { poll, vote } = shown;
    const now = serverNow();
    const closed = stateAt(poll, now) === 'closed';
    const error = 'error' in view ? view.error : undefined;
    return html`<div part="title" role="heading" aria-level=${this.headingLevel} tabindex="-1">
        <bdi>${poll.title || translate(closed ? 'conducted' : 'poll')}</bdi>
      </div>
      <p part="status" class="status">${timeWords(poll, now, this.#item.lang, translate)}</p>
      ${
        this.#screen === 'form'
          ? renderForm({
              poll,
              ballot: this.#draft.ballot,
              faults: this.#draft.faults(poll, error, translate),
              translate,
              seed: orderSeed(this.#item.source?.endpoint ?? ''),
              busy: view.phase === 'sending',
              buttons: nothing,
              pick: (...picked) => this.#change(() => this.#draft.pick(...picked)),
              write: (...written) => this.#change(() => this.#draft.write(...written)),
              submit: () => this.#vote(poll),
            })
          : renderResults({
              poll,
              vote,
              closed,
              translate,
              show: this.show,
              rounding: this.rounding,
              arrange: ({ options }) => options,
            })
      }
      ${this.#renderFeedback(translate)}`;
  }

  #renderFeedback(translate: Translate) {
    const { view, lead } = this.#item;
    const notice = view.phase === 'ready' && view.notice;
    return renderFeedback(view, {
      translate,
      lead,
      said: notice ? translate(notice) : '',
      retry: () => this.#item.retry(),
      dismiss: () => this.#item.dismiss(),
    });
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    const poll = this.#shown?.poll;
    const now = serverNow();
    const next = poll && nextChange(poll, now);
    this.#ticker.wake(next === undefined ? undefined : untilNextWords(next - now));
  }

  #change(change: () => void): void {
    change();
    this.requestUpdate();
  }

  #vote(poll: PollSnapshot): void {
    if (this.#item.view.phase === 'sending') return;
    const vote = this.#draft.finish(poll);
    this.requestUpdate();
    if (vote) this.#item.cast(vote);
  }

  adoptedCallback(): void {
    repairStyles(this);
  }
}
