import { LitElement, html, nothing } from 'lit';
import { baseStyles } from '../core/base-styles.js';
import { ItemController } from '../core/item-controller.js';
import { type Messages, type Translate, formatNumber, translator } from '../core/messages.js';
import {
  canShareNatively,
  copyByClipboard,
  copyByCommand,
  isPlain,
  openPopup,
  shareNatively,
} from './share-bar-actions.js';
import { shareContract } from './share-bar-api.js';
import {
  type CustomNetwork,
  customNetworks,
  defaultNames,
  networksNamed,
  onServer,
  parseNetworks,
} from './share-bar-choice.js';
import { ClickReporter } from './share-bar-clicks.js';
import { icon, isWeb, renderEntry } from './share-bar-entry.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import { shareBarMessages } from './share-bar-messages.js';
import type { ShareNetwork } from './share-bar-networks.js';
import { OverflowController } from './share-bar-overflow.js';
import { describePage, withCampaign } from './share-bar-page.js';
import { type ShareSnapshot, clicksOn } from './share-bar-snapshot.js';
import { shareBarStyles } from './share-bar-styles.js';

export type { CustomNetwork };

/**
 * Links that share the page: plain links, resolved again when they are used, with nothing loaded
 * from any network.
 * @fires {BeforeShareEvent} riac-before-share - An entry was pressed; cancel it and nothing happens.
 * @fires {ShareEvent} riac-share - An entry has done what this page can do.
 * @fires {LoadEvent} riac-load - The counts are there.
 * @fires {FailureEvent} riac-error - The counts or the report of a click failed; links work on.
 * @slot prompt - What is offered, "Share this article" by default.
 * @slot - Fallback before the module runs; may hold custom networks as
 *   `<script type="application/json">`.
 * @csspart prompt - The words before the entries.
 * @csspart item - One link or button.
 * @csspart label - The name inside an entry.
 * @csspart count - The clicks inside an entry.
 * @csspart total - All counted clicks.
 * @csspart more - The button that shows the entries without room.
 * @csspart status - What became of copying and sharing.
 * @csspart field - The link, to be copied by hand.
 * @cssprop [--riac-share-size] - Height of an entry, 2.25em by default.
 */
export class ShareBarElement extends LitElement {
  static override properties = {
    endpoint: {},
    src: {},
    item: {},
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
    counts: { type: Boolean },
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
  /** Keep the counts current. */
  declare live: boolean;
  /** Show what is wrong with the configuration. */
  declare debug: boolean;
  /** Names of networks in order, between blanks or commas; by default those of the language. */
  declare networks: string;
  /** The same for Russian readers; `networks-<language>` works for every language. */
  declare networksRu: string;
  /** The same for English readers. */
  declare networksEn: string;
  /** Address to share; by default canonical link, `og:url` or location. */
  declare url: string;
  /** Title to share; by default `og:title` or the document's. */
  declare shareTitle: string;
  /** Message beside the link; by default the title. */
  declare text: string;
  /** Query parameters for the shared address, with `{network}` and `{placement}`; copying leaves them out. */
  declare utm: string;
  /** Account that X names as the source. */
  declare via: string;
  /** Where the bar stands, for events, counts and `utm`. */
  declare placement: string;
  /** The system's share sheet: `auto` (on phones), `always` (where there is one), `never`. */
  declare native: string;
  /** Where a network opens: `tab` or `popup` (not on phones). */
  declare open: string;
  /** `icon`, `label` or `both`. */
  declare display: string;
  /** Most entries beside the More button; 0: as many as fit on a line. */
  declare maxVisible: number;
  /** Show how often the entries were used. Without it nothing is requested before a click. */
  declare counts: boolean;
  /** Host name of the Mastodon server to use instead of the official choice of servers. */
  declare mastodonServer: string;
  /** Further networks, or changes to built-in ones; also as JSON in a `<script>` child. */
  declare customNetworks: readonly CustomNetwork[];
  /** Sentences of this element alone; a network's id words its label. */
  declare messages: Messages | undefined;

  readonly #shares = new ItemController(this, 'share', shareContract, () => this.counts);
  readonly #clicks = new ClickReporter(this, this.#shares);
  readonly #overflow = new OverflowController(this, () => this.#draw());
  #phone = false;
  #said = '';
  #byHand = '';

  constructor() {
    super();
    this.endpoint = this.src = this.item = '';
    this.networks = this.networksRu = this.networksEn = '';
    this.url = this.shareTitle = this.text = this.utm = this.via = this.placement = '';
    this.native = 'auto';
    this.open = 'tab';
    this.display = 'icon';
    this.mastodonServer = '';
    this.maxVisible = 0;
    this.live = this.debug = this.counts = false;
    this.customNetworks = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone = matchMedia('(pointer: coarse)').matches;
  }

  override render() {
    const translate = this.#translate;
    const page = this.#describe();
    const entries = this.#offered(page).map((network) =>
      this.#renderEntry(network, page, translate),
    );
    const { room, expanded } = this.#overflow;
    const shown = Math.min(room, this.maxVisible > 0 ? this.maxVisible : Infinity);
    const total = this.#snapshot?.total;
    return html`<div class="bar" role="group" aria-labelledby="prompt" @keydown=${this.#escape}>
        <span id="prompt" part="prompt"><slot name="prompt">${translate('prompt')}</slot></span>
        <div class="row">
          ${entries.slice(0, shown)}
          ${entries.length > shown ? this.#renderMore(translate) : nothing}
        </div>
        <div class="row rest" id="rest" ?hidden=${!expanded}>${entries.slice(shown)}</div>
      </div>
      ${total ? html`<span part="total">${translate('clicks', { n: total })}</span>` : nothing}
      <span role="status" part="status">${this.#said && translate(this.#said)}</span>
      ${this.#byHand ? this.#renderField(translate) : nothing}
      <slot hidden @slotchange=${this.#draw}></slot>`;
  }

  override updated(): void {
    const items = this.renderRoot.querySelectorAll<HTMLElement>('[data-network]');
    const words = Array.from(items, (item) => [item.dataset['network'], item.textContent]);
    this.#overflow.contain([this.display, this.maxVisible, words].join());
  }

  #renderMore(translate: Translate) {
    return html`<button
      type="button"
      part="item more"
      class="item"
      aria-expanded=${this.#overflow.expanded}
      aria-controls="rest"
      aria-label=${translate('more')}
      @click=${this.#toggle}
    >
      ${icon('M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0')}
    </button>`;
  }

  #renderField(translate: Translate) {
    const label = translate('link');
    return html`<input part="field" readonly aria-label=${label} .value=${this.#byHand} />`;
  }

  #renderEntry(network: ShareNetwork, page: SharedPage, translate: Translate) {
    const { id } = network;
    const label = network.label || translate(id);
    const href = linkTo(network, this.#addressed(network, page));
    const clicks = clicksOn(this.#snapshot, id);
    const way = !href ? id : !isWeb(href) ? 'app' : this.#pops ? 'popup' : 'tab';
    const name = translate(way, { label });
    return renderEntry({
      network,
      label,
      name: clicks ? `${name}, ${translate('clicks', { n: clicks })}` : name,
      href,
      display: this.display,
      count: clicks ? formatNumber(clicks, this.#shares.lang, 'compact') : '',
      renew: (event) => void this.#renew(event, network),
      use: (event) => (href ? this.#follow(event, network) : void this.#act(network)),
    });
  }

  get #translate(): Translate {
    return translator(this.#shares.lang, [shareBarMessages], this.messages);
  }

  get #snapshot(): ShareSnapshot | undefined {
    const { view } = this.#shares;
    return this.counts && 'snapshot' in view ? view.snapshot : undefined;
  }

  /** True when networks open in a small window. */
  get #pops(): boolean {
    return this.open === 'popup' && !this.#phone;
  }

  /** The entries to offer, in order. */
  #offered(page: SharedPage): ShareNetwork[] {
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    const custom = [...customNetworks(this.customNetworks), ...(json ? parseNetworks(json) : [])];
    const [lang = ''] = this.#shares.lang.toLowerCase().split('-');
    const names =
      (lang === 'ru'
        ? this.networksRu
        : lang === 'en'
          ? this.networksEn
          : this.getAttribute(`networks-${lang}`)) || this.networks;
    const sheet =
      canShareNatively() && (this.native === 'always' || (this.native === 'auto' && this.#phone));
    return networksNamed(names || defaultNames(lang, custom), custom, sheet)
      .filter((network) => (this.#phone || !network.phone) && (page.image || !network.picture))
      .map((network) => onServer(network, this.mastodonServer));
  }

  #describe(): SharedPage {
    const { url, shareTitle: title, text, via } = this;
    return describePage({ url, title, text, via });
  }

  /** The page as shared on one network: campaign parameters name it. A copied link stays short. */
  #addressed({ id }: ShareNetwork, page = this.#describe()): SharedPage {
    if (id === 'copy') return page;
    const values = { network: id, placement: this.placement };
    return { ...page, url: withCampaign(page.url, this.utm, values) };
  }

  /** Writes the link anew: a single-page application may show another article by now. */
  #renew({ currentTarget }: Event, network: ShareNetwork): { page: SharedPage; href: string } {
    const page = this.#addressed(network);
    const href = linkTo(network, page);
    (currentTarget as HTMLAnchorElement).href = href;
    return { page, href };
  }

  /** A click on a link; the browser follows it unless a small window has opened. */
  #follow(event: MouseEvent, network: ShareNetwork): void {
    // The right button opens a menu.
    if (event.button > 1) return;
    const { page, href } = this.#renew(event, network);
    if (!this.#clicks.begin(network.id, page.url)) return event.preventDefault();
    if (this.#pops && isWeb(href) && isPlain(event) && openPopup(href)) event.preventDefault();
    this.#clicks.done(network.id, page.url);
  }

  async #act(network: ShareNetwork): Promise<void> {
    const { id } = network;
    const page = this.#addressed(network);
    this.#say('');
    if (!this.#clicks.begin(id, page.url)) return;
    if (id === 'print') print();
    else if (!(await (id === 'copy' ? this.#copy(page.url) : this.#share(page)))) return;
    this.#clicks.done(id, page.url);
  }

  async #share({ url, title }: SharedPage): Promise<boolean> {
    const outcome = await shareNatively({ title, url, ...(this.text && { text: this.text }) });
    if (outcome === 'failed') this.#say('failed');
    return outcome === 'shared';
  }

  async #copy(url: string): Promise<boolean> {
    const copied = (await copyByClipboard(url)) || this.#copyFromField(url);
    this.#say(copied ? 'copied' : 'by_hand', copied ? '' : url);
    return copied;
  }

  /** The field is there to be selected; it stays where even that does not copy. */
  #copyFromField(url: string): boolean {
    const focused = (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    this.#say('by_hand', url);
    const field = this.renderRoot.querySelector('input');
    const copied = field !== null && copyByCommand(field);
    if (copied) focused?.focus();
    return copied;
  }

  #say(name: string, byHand = ''): void {
    this.#said = name;
    this.#byHand = byHand;
    this.#draw();
  }

  readonly #toggle = (): void => {
    this.#overflow.expanded = !this.#overflow.expanded;
    this.requestUpdate();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#overflow.expanded) return;
    event.stopPropagation();
    this.#toggle();
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };

  readonly #draw = (): void => {
    this.requestUpdate();
    this.performUpdate();
  };
}
