import { html, nothing } from 'lit';
import type { ShareNetwork } from './share-bar-networks.js';

/** What one entry of the bar shows and does. */
export interface Entry {
  readonly network: ShareNetwork;
  /** Visible name. */
  readonly label: string;
  /** Accessible name; contains the visible one. */
  readonly name: string;
  /** Address, `''` for an action of the bar itself. */
  readonly href: string;
  readonly display: string;
  /** Counted clicks in words as short as the language has them; `''` for none. */
  readonly count: string;
  /** Called when the reader is about to use a link. */
  readonly renew: (event: Event) => void;
  readonly use: (event: MouseEvent) => void;
}

/** Opens in a tab of its own: an address of the web, and not of a mail program or an app. */
export const isWeb = (href: string): boolean => /^https?:/.test(href);

/** A path on the 24 × 24 grid, drawn with lines or as an area. */
export const icon = (path: string, solid?: boolean) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${solid ? 'solid' : nothing}>
    <path d=${path} />
  </svg>`;

function face({ network, label, display, count }: Entry) {
  const drawn = network.icon ? icon(network.icon, network.solid) : html`<b>${[...label][0]}</b>`;
  return html`${display === 'label' ? nothing : drawn}${
    /^(label|both)$/.test(display) ? html`<span part="label">${label}</span>` : nothing
  }${count && html`<span part="count">${count}</span>`}`;
}

/** A link for a network, a button for what the bar does itself. */
export function renderEntry(entry: Entry) {
  const { network, name, href, renew, use } = entry;
  const part = `item ${network.id}`;
  if (!href) {
    return html`<button part=${part} aria-label=${name} @click=${use}>${face(entry)}</button>`;
  }
  const web = isWeb(href);
  return html`<a
    part=${part}
    aria-label=${name}
    href=${href}
    target=${web ? '_blank' : nothing}
    rel=${web ? 'noopener noreferrer nofollow' : nothing}
    @pointerdown=${renew}
    @focus=${renew}
    @click=${use}
    @auxclick=${use}
    >${face(entry)}</a
  >`;
}
