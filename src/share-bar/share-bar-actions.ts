import type { ItemController } from '../element/item-controller.js';
import { hasBackEnd } from '../element/item-host.js';
import { pageItem } from '../element/page-item.js';
import { asRequestError } from '../data/request-error.js';
import { sendClick } from './share-bar-api.js';
import type { ShareHost } from './share-bar-host.js';
import { isWeb } from './share-bar-entry.js';
import { ShareEvent } from './share-bar-events.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import type { ShareNetwork } from './share-bar-networks.js';
import { isPhone } from './share-bar-offer.js';
import { describePage, withCampaign } from './share-bar-page.js';
import { isPlain, openPopup } from './share-bar-popup.js';
import type { ShareSnapshot } from '../contract/share.js';

/** The state of one bar, which its entries use and change. */
export interface Session {
  readonly bar: ShareHost;
  readonly shares: ItemController<ShareSnapshot, never>;
  /** Renders synchronously, because the link field must exist before it can be selected. */
  draw(this: void): void;
  /**
   * Name of the message about the last press; `''` for none. With `by_hand` the bar shows the link
   * in a field, so that the reader can copy it.
   */
  said: string;
  /** The panel that an entry shows under the bar. Its id is the id of the entry. */
  panel: HTMLElement | undefined;
}

/** True if networks open in a small window. */
export const pops = ({ open }: ShareHost): boolean => open === 'popup' && !isPhone();

/**
 * Returns the page with the campaign parameters of one network. The link that `copy` shares gets
 * none.
 */
export function addressed(bar: ShareHost, network: string, page = describePage(bar)): SharedPage {
  const { utm, placement = '' } = bar;
  if (network === 'copy') return page;
  return { ...page, url: withCampaign(page.url, utm, { network, placement }) };
}

function say(session: Session, said: string): void {
  session.said = said;
  session.draw();
}

/** Fires a ShareEvent. Returns false if the page has cancelled it. */
function tell({ bar }: Session, type: string, network: string, url: string): boolean {
  const item = bar.item || pageItem();
  return bar.dispatchEvent(new ShareEvent(type, item, network, url, bar.placement ?? ''));
}

/**
 * Fires `riac-share` and reports the click to the back end. The caller does not wait, because the
 * reader is already leaving.
 */
async function count(session: Session, network: string, url: string): Promise<void> {
  tell(session, 'riac-share', network, url);
  const { bar, shares } = session;
  const { source } = shares;
  if (!source || !hasBackEnd(source)) return;
  try {
    await sendClick(source, { network, placement: bar.placement || undefined });
    shares.refresh();
  } catch (error) {
    shares.itemFailed(asRequestError(error));
  }
}

/**
 * Handles a link that the reader is about to use or uses. It updates the address first, because a
 * single-page application may show another article by now. The browser follows the link, unless a
 * small window has opened.
 */
export function follow(session: Session, event: MouseEvent, network: ShareNetwork): void {
  const { id } = network;
  const { bar } = session;
  const page = addressed(bar, id);
  const link = event.currentTarget as HTMLAnchorElement;
  link.href = linkTo(network, page);
  // The right mouse button opens a menu and follows no link.
  if (!event.type.endsWith('click') || event.button > 1) return;
  if (!tell(session, 'riac-before-share', id, page.url)) return event.preventDefault();
  if (pops(bar) && isWeb(link.href) && isPlain(event) && openPopup(link.href)) {
    event.preventDefault();
  }
  void count(session, id, page.url);
}

/**
 * Opens the share sheet of the system. The text does not repeat the address, because messengers
 * would show it twice.
 */
async function share(session: Session, { url, title }: SharedPage): Promise<boolean> {
  const { text } = session.bar;
  try {
    await navigator.share({ title, url, ...(text && { text }) });
    return true;
  } catch (error) {
    // The reader has closed the sheet (`AbortError`), or it is already open (`InvalidStateError`).
    if (!/^(Abort|InvalidState)/.test((error as Error).name)) say(session, 'refused');
    return false;
  }
}

/**
 * Copies the link with the Clipboard API, or with `execCommand` on pages without https and in
 * frames that lack the API.
 */
async function copy(session: Session, { url }: SharedPage): Promise<boolean> {
  const root = session.bar.renderRoot as ShadowRoot;
  const { activeElement } = root;
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    say(session, 'by_hand');
    root.querySelector('input')?.select();
    // If that fails too, the field with the selected link stays.
    if (!document.execCommand('copy')) return false;
    (activeElement as HTMLElement | null)?.focus();
  }
  say(session, 'copied');
  return true;
}

/**
 * Runs the action of an entry's button. A second press closes the panel that the first has opened.
 */
export async function press(session: Session, network: ShareNetwork, name: string): Promise<void> {
  const { bar, panel } = session;
  const { id, show } = network;
  const page = addressed(bar, id);
  session.panel = undefined;
  say(session, '');
  if (panel?.id === id || !tell(session, 'riac-before-share', id, page.url)) return;
  if (show) {
    session.panel = show(page.url, name, bar.renderRoot as ShadowRoot);
    session.panel.id = id;
    session.draw();
  } else if (id === 'print') print();
  else if (!(await (id === 'copy' ? copy : share)(session, page))) return;
  void count(session, id, page.url);
}
