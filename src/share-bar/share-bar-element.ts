import { LitElement, html } from 'lit';
import { baseStyles } from '../core/base-styles.js';
import { commonMessages } from '../core/common-messages.js';
import { ItemController } from '../core/item-controller.js';
import { type Messages, type Translate, formatNumber, translator } from '../core/messages.js';
import { pageItem } from '../core/page-item.js';
import type { RequestError } from '../core/request-error.js';
import { sendClick, shareContract } from './share-bar-api.js';
import { type CustomNetwork, customNetworks, networksNamed, onServer } from './share-bar-choice.js';
import { isWeb, renderButton, renderFace, renderIcon, renderLink } from './share-bar-entry.js';
import { ShareEvent } from './share-bar-events.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import { shareBarMessages } from './share-bar-messages.js';
import { type ShareNetwork, isForPhones, moreIcon, needsPicture } from './share-bar-networks.js';
import { OverflowController } from './share-bar-overflow.js';
import { describePage, withCampaign } from './share-bar-page.js';
import { isPlain, openPopup } from './share-bar-popup.js';
import { shareBarStyles } from './share-bar-styles.js';

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
  declare native: 'auto' | 'always' | 'never';
  /** Where a network opens: `tab` or `popup` (not on phones). */
  declare open: 'tab' | 'popup';
  /** `icon`, `label` or `both`. */
  declare display: 'icon' | 'label' | 'both';
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
  readonly #overflow = new OverflowController(this, () => this.#draw());
  #said = '';
  #byHand = '';
  #content = '';

  constructor() {
    super();
    this.endpoint = this.src = this.item = this.networks = this.networksRu = this.networksEn = '';
    this.url = this.shareTitle = this.text = this.utm = this.via = this.placement = '';
    this.mastodonServer = '';
    this.native = 'auto';
    this.open = 'tab';
    this.display = 'icon';
    this.maxVisible = 0;
    this.live = this.debug = this.counts = false;
    this.customNetworks = [];
  }

  override render() {
    const translate = this.#translate;
    const page = describePage(this);
    const networks = this.#offered(page);
    const items = networks.map((network) => this.#renderEntry(network, page, translate));
    const { display, maxVisible, messages } = this;
    const { room, expanded } = this.#overflow;
    const { total, version } = this.#snapshot ?? {};
    const shown = maxVisible > 0 ? Math.min(room, maxVisible) : room;
    const { lang } = this.#shares;
    this.#content = JSON.stringify([lang, display, maxVisible, messages, networks, version]);
    return html`<div class="bar" role="group" aria-labelledby="prompt" @keydown=${this.#escape}>
        <span id="prompt" part="prompt"><slot name="prompt">${translate('prompt')}</slot></span>
        <div class="row">
          ${items.slice(0, shown)}${items.length > shown ? this.#renderMore(translate) : ''}
        </div>
        <div class="row" id="rest" ?hidden=${!expanded}>${items.slice(shown)}</div>
      </div>
      <div part="total">${total ? translate('clicks', { n: total }) : ''}</div>
      <div role="status" part="status">${this.#said && translate(this.#said)}</div>
      ${
        this.#byHand &&
        html`<input part="field" readonly aria-label=${translate('copy')} .value=${this.#byHand} />`
      }
      <slot hidden @slotchange=${this.#draw}></slot>`;
  }

  override updated(): void {
    this.#overflow.contain(this.#content);
  }

  #renderMore(translate: Translate) {
    return html`<button
      part="item more"
      aria-expanded=${this.#overflow.expanded}
      aria-controls="rest"
      aria-label=${translate('more')}
      @click=${this.#toggle}
    >
      ${renderIcon(moreIcon)}
    </button>`;
  }

  #renderEntry(network: ShareNetwork, page: SharedPage, translate: Translate) {
    const { id } = network;
    const label = network.label || translate(id);
    const clicks = this.#snapshot?.networks[id] ?? 0;
    const count = clicks > 0 ? formatNumber(clicks, this.#shares.lang, 'compact') : '';
    const face = renderFace(network, label, this.display, count);
    const href = linkTo(network, this.#addressed(id, page));
    const way = !href ? id : !isWeb(href) ? 'app' : this.#pops ? 'popup' : 'tab';
    const plain = translate(way, { label });
    const name = count ? `${plain}, ${translate('clicks', { n: clicks })}` : plain;
    return href
      ? renderLink(id, name, face, href, (event) => this.#follow(event, network))
      : renderButton(id, name, face, () => void this.#act(id));
  }

  get #translate(): Translate {
    return translator(this.#shares.lang, [shareBarMessages, commonMessages], this.messages);
  }

  get #snapshot() {
    const { view } = this.#shares;
    return 'snapshot' in view ? view.snapshot : undefined;
  }

  /** True where a finger is the main pointer. */
  get #phone(): boolean {
    return matchMedia('(pointer: coarse)').matches;
  }

  /** True when networks open in a small window. */
  get #pops(): boolean {
    return this.open === 'popup' && !this.#phone;
  }

  /** The entries to offer, in order. */
  #offered(page: SharedPage): ShareNetwork[] {
    const json = this.querySelector('script[type*=json]')?.textContent;
    const custom = customNetworks(this.customNetworks, json || '[]');
    const [lang = ''] = this.#shares.lang.toLowerCase().split('-');
    const own =
      lang === 'ru'
        ? this.networksRu
        : lang === 'en'
          ? this.networksEn
          : this.getAttribute(`networks-${lang}`);
    const usual = [...this.#translate('networks').split(' '), ...custom.map(({ id }) => id)];
    const names = own || this.networks || [...new Set(usual)].join();
    const sheet =
      'share' in navigator && (this.native === 'always' || (this.native === 'auto' && this.#phone));
    return networksNamed(sheet && !names.includes('native') ? `native,${names}` : names, custom)
      .filter(
        (network) =>
          (sheet || network.id !== 'native') &&
          (this.#phone || !isForPhones(network)) &&
          (page.image || !needsPicture(network)),
      )
      .map((network) => onServer(network, this.mastodonServer));
  }

  /** The page as shared on one network: campaign parameters name it. A copied link stays short. */
  #addressed(network: string, page = describePage(this)): SharedPage {
    const { utm, placement } = this;
    if (network === 'copy') return page;
    return { ...page, url: withCampaign(page.url, utm, { network, placement }) };
  }

  /**
   * The reader is about to use a link, or does: it is written anew, since a single-page application
   * may show another article by now. The browser follows it unless a small window has opened.
   */
  #follow(event: MouseEvent, network: ShareNetwork): void {
    const { id } = network;
    const page = this.#addressed(id);
    const link = event.currentTarget as HTMLAnchorElement;
    link.href = linkTo(network, page);
    // The right button opens a menu.
    if (!event.type.endsWith('click') || event.button > 1) return;
    if (!this.#tell('riac-before-share', id, page.url)) return event.preventDefault();
    if (this.#pops && isWeb(link.href) && isPlain(event) && openPopup(link.href)) {
      event.preventDefault();
    }
    void this.#count(id, page.url);
  }

  /** A press of a button. */
  async #act(id: string): Promise<void> {
    const { url, title } = this.#addressed(id);
    this.#say('');
    if (!this.#tell('riac-before-share', id, url)) return;
    if (id === 'print') print();
    else if (!(await (id === 'copy' ? this.#copy(url) : this.#share(url, title)))) return;
    void this.#count(id, url);
  }

  /** By the system's share sheet. The address is never in the text too: messengers show it twice. */
  async #share(url: string, title: string): Promise<boolean> {
    try {
      await navigator.share({ title, url, ...(this.text && { text: this.text }) });
      return true;
    } catch (error) {
      // Put away by the reader, or open already.
      if (!/^(Abort|InvalidState)/.test((error as Error).name)) this.#say('refused');
      return false;
    }
  }

  /** By the clipboard, which plain http and some frames lack, else by the old command. */
  async #copy(url: string): Promise<boolean> {
    const { activeElement } = this.renderRoot as ShadowRoot;
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      this.#say('by_hand', url);
      this.renderRoot.querySelector('input')?.select();
      // Where that does not copy either, the selected field stays.
      if (!document.execCommand('copy')) return false;
      (activeElement as HTMLElement | null)?.focus();
    }
    this.#say('copied');
    return true;
  }

  #say(name: string, byHand = ''): void {
    this.#said = name;
    this.#byHand = byHand;
    this.#draw();
  }

  /** Fires an event; false when the page has cancelled it. */
  #tell(type: string, network: string, url: string): boolean {
    const item = this.item || pageItem();
    return this.dispatchEvent(new ShareEvent(type, item, network, url, this.placement));
  }

  /** Tells what has happened, and reports it. Nobody waits: the reader is on the way already. */
  async #count(network: string, url: string): Promise<void> {
    this.#tell('riac-share', network, url);
    const { source } = this.#shares;
    const { placement } = this;
    if (!source?.endpoint) return;
    try {
      await sendClick(source, { network, ...(placement && { placement }) });
      this.#shares.refresh();
    } catch (error) {
      this.#shares.itemFailed(error as RequestError);
    }
  }

  readonly #toggle = (): void => {
    this.#overflow.expanded = !this.#overflow.expanded;
    this.#draw();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#overflow.expanded) return;
    event.stopPropagation();
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    this.#toggle();
  };

  readonly #draw = (): void => {
    this.requestUpdate();
    this.performUpdate();
  };
}
