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
 * Links that share the page: plain links, resolved again when they are used, with nothing loaded
 * from any network.
 * @fires {ShareEvent} riac-before-share - An entry was pressed; cancel it and nothing happens.
 * @fires {ShareEvent} riac-share - An entry has done what this page can do.
 * @fires {LoadEvent} riac-load - The counts are there.
 * @fires {FailureEvent} riac-error - The counts or the report of a click failed; links work on.
 * @slot prompt - What is offered, "Share this article" by default.
 * @slot - Fallback before the module runs; may hold custom networks as
 *   `<script type="application/json">`.
 * @csspart prompt - The words before the entries.
 * @csspart item - One link or button; its network's id is a part name too.
 * @csspart label - The name inside an entry.
 * @csspart count - The clicks inside an entry.
 * @csspart total - All counted clicks.
 * @csspart more - The button that shows the entries without room.
 * @csspart status - What became of copying and sharing.
 * @csspart field - The link, to be copied by hand.
 * @csspart code - The QR code of `qr` or `wechat`, and the link under it.
 * @csspart debug - The panel for developers.
 * @cssstate loading - Counts are on their way for the first time.
 * @cssstate error - The counts cannot be had.
 * @cssprop [--riac-share-size] - Height of an entry, 2.25em by default.
 * @cssprop [--riac-accent] - Buttons that send, chosen things, stars and bars.
 * @cssprop [--riac-accent-text] - Text on the accent.
 * @cssprop [--riac-muted] - Quiet text: notes, hints, sums.
 * @cssprop [--riac-line] - Borders and empty bars.
 * @cssprop [--riac-error] - Sentences about what went wrong.
 * @cssprop [--riac-radius] - Corners; 4px by default.
 * @cssprop [--riac-focus] - The focus ring.
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

  /** Base URL of the HTTP contract; by default `data-riac-endpoint` of an ancestor. */
  declare endpoint: string;
  /** URL to read the counts from instead of the endpoint. */
  declare src: string;
  /** Id of what is shared in the contract; by default the page. */
  declare item: string;
  /** Name of a registered adapter, or an adapter: how to speak with a back end of another kind. */
  declare adapter: Adapter | string | null | undefined;
  /** Keep the counts current. */
  declare live: boolean;
  /** Show what is wrong with the configuration. */
  declare debug: boolean;
  /**
   * Names of networks in order, between blanks or commas; by default those of the language. Rare ones
   * (hackernews, livejournal, messenger, fediverse, instapaper, wechat, qr) come from a second file
   * beside this module.
   */
  declare networks: string | undefined;
  /** The same for Russian readers; `networks-<language>` works for every language. */
  declare networksRu: string | undefined;
  /** The same for English readers. */
  declare networksEn: string | undefined;
  /** Address to share; by default canonical link, `og:url` or location. */
  declare url: string | undefined;
  /** Title to share; by default `og:title` or the document's. */
  declare shareTitle: string | undefined;
  /** Message beside the link; by default the title. */
  declare text: string | undefined;
  /** Query parameters for the shared address, with `{network}` and `{placement}`; copying leaves them out. */
  declare utm: string | undefined;
  /** Account that X names as the source. */
  declare via: string | undefined;
  /** Where the bar stands, for events, counts and `utm`. */
  declare placement: string | undefined;
  /** The system's share sheet: `auto` (on phones; the default), `always` (where there is one), `never`. */
  declare native: 'auto' | 'always' | 'never' | undefined;
  /** Where a network opens: `tab` (the default) or `popup` (not on phones). */
  declare open: 'tab' | 'popup' | undefined;
  /** `icon` (the default), `label` or `both`. */
  declare display: 'icon' | 'label' | 'both' | undefined;
  /** Most entries beside the More button; by default as many as fit on a line. */
  declare maxVisible: number | undefined;
  /** Show how often the entries were used. Without it nothing is requested before a click. */
  declare counts: boolean;
  /** Host name of the Mastodon server to use instead of the official choice of servers. */
  declare mastodonServer: string | undefined;
  /** Further networks, or changes to built-in ones; also as JSON in a `<script>` child. */
  declare customNetworks: readonly CustomNetwork[] | undefined;
  /** Sentences of this element alone. Networks are called otherwise by `customNetworks`. */
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
