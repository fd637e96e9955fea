import { withFurtherFile } from '../core/further-file.js';
import type { ItemController } from '../core/item-controller.js';
import { pageItem } from '../core/page-item.js';
import type { RequestError } from '../core/request-error.js';
import { sendClick } from './share-bar-api.js';
import type { ShareBarElement } from './share-bar-element.js';
import { isWeb } from './share-bar-entry.js';
import { ShareEvent } from './share-bar-events.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import { type ShareNetwork, isCode } from './share-bar-networks.js';
import { isPhone } from './share-bar-offer.js';
import { describePage, withCampaign } from './share-bar-page.js';
import { isPlain, openPopup } from './share-bar-popup.js';
import type { ShareSnapshot } from './share-bar-snapshot.js';

/** A bar in use: what its entries work on, and what became of the last action. */
export interface Desk {
  readonly bar: ShareBarElement;
  readonly shares: ItemController<ShareSnapshot, unknown>;
  /** Renders at once: what is said must stand there before a field can be selected. */
  draw(this: void): void;
  /** Name of the message about the last action; `''` for none. */
  said: string;
  /** The link, while the reader has to copy it by hand. */
  byHand: string;
  /** Id of the entry whose QR code is shown; `''` for none. */
  code: string;
}

/** True when networks open in a small window. */
export const pops = ({ open }: ShareBarElement): boolean => open === 'popup' && !isPhone();

/** The page as shared on one network: campaign parameters name it. A copied link stays short. */
export function addressed(
  bar: ShareBarElement,
  network: string,
  page = describePage(bar),
): SharedPage {
  const { utm, placement } = bar;
  if (network === 'copy' || !utm) return page;
  return { ...page, url: withCampaign(page.url, utm, { network, placement }) };
}

function say(desk: Desk, said: string, byHand = ''): void {
  desk.said = said;
  desk.byHand = byHand;
  desk.draw();
}

/** Fires an event; false when the page has cancelled it. */
function tell({ bar }: Desk, type: string, network: string, url: string): boolean {
  const { item, placement = '' } = bar;
  return bar.dispatchEvent(new ShareEvent(type, item || pageItem(), network, url, placement));
}

/** Tells what has happened, and reports it. Nobody waits: the reader is on the way already. */
async function count(desk: Desk, network: string, url: string): Promise<void> {
  tell(desk, 'riac-share', network, url);
  const { bar, shares } = desk;
  const { placement } = bar;
  const { source } = shares;
  if (!source?.endpoint) return;
  try {
    await sendClick(source, { network, ...(placement && { placement }) });
    shares.refresh();
  } catch (error) {
    shares.itemFailed(error as RequestError);
  }
}

/**
 * The reader is about to use a link, or does: it is written anew, since a single-page application
 * may show another article by now. The browser follows it unless a small window has opened.
 */
export function follow(desk: Desk, event: MouseEvent, network: ShareNetwork): void {
  const { id } = network;
  const page = addressed(desk.bar, id);
  const link = event.currentTarget as HTMLAnchorElement;
  link.href = linkTo(network, page);
  // The right button opens a menu.
  if (!event.type.endsWith('click') || event.button > 1) return;
  if (!tell(desk, 'riac-before-share', id, page.url)) return event.preventDefault();
  if (pops(desk.bar) && isWeb(link.href) && isPlain(event) && openPopup(link.href)) {
    event.preventDefault();
  }
  void count(desk, id, page.url);
}

/** By the system's share sheet. The address is never in the text too: messengers show it twice. */
async function share(desk: Desk, { url, title }: SharedPage): Promise<boolean> {
  const { text } = desk.bar;
  try {
    await navigator.share({ title, url, ...(text && { text }) });
    return true;
  } catch (error) {
    // Put away by the reader, or open already.
    if (!/^(Abort|InvalidState)/.test((error as Error).name)) say(desk, 'refused');
    return false;
  }
}

/** By the clipboard, which plain http and some frames lack, else by the old command. */
async function copy(desk: Desk, url: string): Promise<boolean> {
  const root = desk.bar.renderRoot as ShadowRoot;
  const { activeElement } = root;
  try {
    await navigator.clipboard.writeText(url);
  } catch {
    say(desk, 'by_hand', url);
    root.querySelector('input')?.select();
    // Where that does not copy either, the selected field stays.
    if (!document.execCommand('copy')) return false;
    (activeElement as HTMLElement | null)?.focus();
  }
  say(desk, 'copied');
  return true;
}

async function showCode(desk: Desk, id: string): Promise<boolean> {
  await withFurtherFile('qr', () => (desk.code = id));
  say(desk, desk.code ? '' : 'refused');
  return Boolean(desk.code);
}

/** Does what the button of an entry says. */
export async function press(desk: Desk, id: string): Promise<void> {
  const page = addressed(desk.bar, id);
  const open = desk.code === id;
  desk.code = '';
  say(desk, '');
  if (open || !tell(desk, 'riac-before-share', id, page.url)) return;
  if (id === 'print') print();
  else if (isCode(id) && !(await showCode(desk, id))) return;
  else if (id === 'copy' && !(await copy(desk, page.url))) return;
  else if (id === 'native' && !(await share(desk, page))) return;
  void count(desk, id, page.url);
}
