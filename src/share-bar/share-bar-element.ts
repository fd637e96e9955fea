import { LitElement } from 'lit';
import { repairStyles } from '../element/adopted-styles.js';
import type { Adapter } from '../data/adapter.js';
import { baseStyles } from '../element/base-styles.js';
import { commonMessages } from '../element/common-messages.js';
import { insideOf, setStates } from '../element/inside.js';
import { ItemController } from '../element/item-controller.js';
import type { Messages } from '../data/message-types.js';
import { translator } from '../element/messages.js';
import { ignoreHeldEnter, ignoreSecondClick } from '../element/press-guard.js';
import type { Session } from './share-bar-actions.js';
import { shareContract } from './share-bar-api.js';
import type { CustomNetwork } from './share-bar-choice.js';
import { shareBarMessages } from './share-bar-messages.js';
import { networksOffered } from './share-bar-offer.js';
import { OverflowController } from './share-bar-overflow.js';
import { describePage } from './share-bar-page.js';
import { shareBarStyles } from './share-bar-styles.js';
import { renderBar } from './share-bar-template.js';

export type { CustomNetwork };

/**
 * Links that share the page. They are plain links, updated at the moment of use. The bar loads
 * nothing from any network.
 * @fires {ShareEvent} riac-before-share - The reader has pressed an entry. Cancel the event to
 *   stop the action.
 * @fires {ShareEvent} riac-share - The entry has done its action on this page.
 * @fires {LoadEvent} riac-load - The first counts have been loaded.
 * @fires {FailureEvent} riac-error - Loading the counts or reporting a click failed. The links
 *   still work.
 * @slot prompt - The text before the entries; "Share this article" by default.
 * @slot - Fallback content until the script runs. It may hold custom networks as
 *   `<script type="application/json">`.
 * @csspart prompt - The text before the entries.
 * @csspart item - One link or button. The id of its network is a part name too.
 * @csspart label - The name inside an entry.
 * @csspart count - The number of clicks inside an entry.
 * @csspart total - The total number of clicks.
 * @csspart more - The button that shows the hidden entries.
 * @csspart status - The outcome of copying or sharing.
 * @csspart field - The field with the link, to copy it by hand.
 * @csspart code - The QR code of `qr` or `wechat`, and the link under it.
 * @csspart debug - The debug panel.
 * @cssstate loading - The first counts are loading.
 * @cssstate error - Loading the counts failed.
 * @cssprop [--riac-share-size] - Height of an entry, 2.25em by default.
 * @cssprop [--riac-accent] - Colour of primary buttons, selected things, stars and bars.
 * @cssprop [--riac-accent-text] - Colour of text on the accent.
 * @cssprop [--riac-muted] - Colour of secondary text, such as notes, hints and totals.
 * @cssprop [--riac-line] - Colour of borders and empty bars.
 * @cssprop [--riac-error] - Colour of error messages.
 * @cssprop [--riac-radius] - Radius of corners; 4px by default.
 * @cssprop [--riac-focus] - Colour of the focus ring.
 * @cssprop [--riac-gap] - Space between parts; 0.5em by default.
 */
export class ShareBarElement extends LitElement {
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
    adapter: {},
    live: { type: Boolean },
    debug: { type: Boolean },
    networks: {},
    networksRu: { attribute: 'networks-ru' },
    networksEn: { attribute: 'networks-en' },
    url: {},
    shareTitle: { attribute: 'share-title' },
    text: {},
    utm: {},
    via: {},
    placement: {},
    native: {},
    open: {},
    display: {},
    maxVisible: { attribute: 'max-visible', type: Number },
    counts: { type: Boolean, reflect: true },
    mastodonServer: { attribute: 'mastodon-server' },
    customNetworks: { attribute: false },
    messages: { attribute: false },
  };
  static override styles = [baseStyles, shareBarStyles];

  /** Base URL of the HTTP contract. By default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /** URL from which to read the counts instead of the endpoint. */
  declare src: string;
  /** Id of the shared item. By default it is made from the page's address. */
  declare item: string;
  /** A registered adapter's name, or an adapter. Connects the widget to a different back end. */
  declare adapter: Adapter | string | null | undefined;
  /** Updates the counts while the element is visible. */
  declare live: boolean;
  /** Shows a panel that explains configuration faults to the developer. */
  declare debug: boolean;
  /**
   * Names of networks in order, separated by spaces or commas; by default those of the language.
   * Rare ones (hackernews, livejournal, messenger, fediverse, instapaper, wechat, qr) come from a
   * second file beside this module.
   */
  declare networks: string | undefined;
  /** The same for Russian readers; `networks-<language>` works for every language. */
  declare networksRu: string | undefined;
  /** The same for English readers. */
  declare networksEn: string | undefined;
  /** Address to share. By default the canonical link, `og:url` or the location. */
  declare url: string | undefined;
  /** Title to share. By default `og:title` or the title of the document. */
  declare shareTitle: string | undefined;
  /** Text beside the link; by default the title. */
  declare text: string | undefined;
  /**
   * Query parameters for the shared address, with `{network}` and `{placement}`; copying leaves
   * them out.
   */
  declare utm: string | undefined;
  /** Account that X names as the source. */
  declare via: string | undefined;
  /** Name of the bar's position on the page, for events, counts and `utm`. */
  declare placement: string | undefined;
  /**
   * The system's share sheet: `auto` (on phones; the default), `always` (where there is one),
   * `never`.
   */
  declare native: 'auto' | 'always' | 'never' | undefined;
  /** Where a network opens: `tab` (the default) or `popup` (not on phones). */
  declare open: 'tab' | 'popup' | undefined;
  /** Content of an entry: `icon` (the default), `label` or `both`. */
  declare display: 'icon' | 'label' | 'both' | undefined;
  /** Largest number of entries before the More button; by default as many as fit on a line. */
  declare maxVisible: number | undefined;
  /**
   * Shows how often readers used each entry. Without it the bar sends no request before a click.
   */
  declare counts: boolean;
  /** Host name of the Mastodon server to use instead of the official choice of servers. */
  declare mastodonServer: string | undefined;
  /** Further networks, or changes to built-in ones; also as JSON in a `<script>` child. */
  declare customNetworks: readonly CustomNetwork[] | undefined;
  /** Messages of this element only. Use `customNetworks` to rename networks. */
  declare messages: Messages | undefined;

  readonly #shares = new ItemController(this, 'share', shareContract, () => this.counts);
  readonly #overflow = new OverflowController(this, () => {
    this.requestUpdate();
    this.performUpdate();
  });
  readonly #session: Session = {
    bar: this,
    shares: this.#shares,
    draw: this.#overflow.draw,
    said: '',
    panel: undefined,
  };
  readonly #inside = insideOf(this);

  constructor() {
    super();
    this.addEventListener('keydown', ignoreHeldEnter, true);
    this.addEventListener('click', ignoreSecondClick, true);
    this.endpoint = this.src = this.item = '';
  }

  adoptedCallback(): void {
    repairStyles(this);
  }

  protected override render() {
    const { lang, view } = this.#shares;
    const translate = translator(lang, [shareBarMessages, commonMessages], this.messages);
    const page = describePage(this);
    return renderBar({
      session: this.#session,
      overflow: this.#overflow,
      translate,
      lang,
      networks: networksOffered(this, lang, translate, page),
      page,
      snapshot: 'snapshot' in view ? view.snapshot : undefined,
    });
  }

  protected override updated(): void {
    setStates(this.#inside, this.#shares.view.phase, false, false);
  }
}
