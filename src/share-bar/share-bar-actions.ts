import type { ItemController } from '../element/item-controller.js';
import { pageItem } from '../element/page-item.js';
import { asRequestError } from '../data/request-error.js';
import { sendClick } from './share-bar-api.js';
import type { ShareBarElement } from './share-bar-element.js';
import { isWeb } from './share-bar-entry.js';
import { ShareEvent } from './share-bar-events.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import type { ShareNetwork } from './share-bar-networks.js';
import { isPhone } from './share-bar-offer.js';
import { describePage, withCampaign } from './share-bar-page.js';
import { isPlain, openPopup } from './share-bar-popup.js';
import type { ShareSnapshot } from '../contract/share.js';

/** One bar in use: what its entries work on, and what became of the last press. */
export interface Session {
  readonly bar: ShareBarElement;
  readonly shares: ItemController<ShareSnapshot, unknown>;
  /** Renders at once: what is said must stand there before a field can be selected. */
  draw(this: void): void;
  /** Name of the message about it; `''` for none. With `by_hand` the link stands there, to be copied. */
  said: string;
  /** What an entry shows under the bar; its id is that of the entry. */
  panel: HTMLElement | undefined;
}

/** True when networks open in a small window. */
export const pops = ({ open }: ShareBarElement): boolean => open === 'popup' && !isPhone();

/** The page as shared on one network: campaign parameters name it. A copied link stays short. */
export function addressed(
  bar: ShareBarElement,
  network: string,
  page = describePage(bar),
): SharedPage {
  const { utm, placement = '' } = bar;
  if (network === 'copy') return page;
  return { ...page, url: withCampaign(page.url, utm, { network, placement }) };
}

function say(session: Session, said: string): void {
  session.said = said;
  session.draw();
}

/** Fires an event; false when the page has cancelled it. */
function tell({ bar }: Session, type: string, network: string, url: string): boolean {
  const item = bar.item || pageItem();
  return bar.dispatchEvent(new ShareEvent(type, item, network, url, bar.placement ?? ''));
}

/** Tells what has happened, and reports it. Nobody waits: the reader is on the way already. */
async function count(session: Session, network: string, url: string): Promise<void> {
  tell(session, 'riac-share', network, url);
  const { bar, shares } = session;
  const { source } = shares;
  if (!source?.endpoint) return;
  try {
    await sendClick(source, { network, placement: bar.placement || undefined });
    shares.refresh();
  } catch (error) {
    shares.itemFailed(asRequestError(error));
  }
}

/**
 * The reader is about to use a link, or does: it is written anew, since a single-page application
 * may show another article by now. The browser follows it unless a small window has opened.
 */
export function follow(session: Session, event: MouseEvent, network: ShareNetwork): void {
  const { id } = network;
  const { bar } = session;
  const page = addressed(bar, id);
  const link = event.currentTarget as HTMLAnchorElement;
  link.href = linkTo(network, page);
  // The right button opens a menu.
  if (!event.type.endsWith('click') || event.button > 1) return;
  if (!tell(session, 'riac-before-share', id, page.url)) return event.preventDefault();
  if (pops(bar) && isWeb(link.href) && isPlain(event) && openPopup(link.href)) {
    event.preventDefault();
  }
  void count(session, id, page.url);
}

/** By the system's share sheet. The address is never in the text too: messengers show it twice. */
async function share(session: Session, { url, title }: SharedPage): Promise<boolean> {
  const { text } = session.bar;
  try {
    await navigator.share({ title, url, ...(text && { text }) });
    return true;
  } catch (error) {
    // Put away by the reader, or open already.
    if (!/^(Abort|InvalidState)/.test((error as Error).name)) say(session, 'refused');
    return false;
  }
}

/** By the clipboard, which plain http and some frames lack, else by the old command. */
async function copy(session: Session, { url }: SharedPage): Promise<boolean> {
  const root = session.bar.renderRoot as ShadowRoot;
  const { activeElement } = root;
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    say(session, 'by_hand');
    root.querySelector('input')?.select();
    // Where that does not copy either, the selected field stays.
    if (!document.execCommand('copy')) return false;
    (activeElement as HTMLElement | null)?.focus();
  }
  say(session, 'copied');
  return true;
}

/** Does what the button of an entry says; a second press puts away what it shows. */
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
