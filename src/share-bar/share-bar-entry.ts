import { html, nothing, svg } from 'lit';
import type { ShareNetwork } from './share-bar-networks.js';

/** What one entry of the bar shows. */
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
  /** Told that the reader is about to use the entry, then that it was used. */
  readonly renew: (event: Event) => void;
  readonly use: (event: MouseEvent) => void;
}

/** Opens in a tab of its own: an address of the web, and not of a mail program or an app. */
export const isWeb = (href: string): boolean => /^https?:/.test(href);

/** A path on the 24 × 24 grid, drawn with lines or as an area. */
export const icon = (path: string, solid = false) =>
  html`<svg class=${solid ? 'solid' : nothing} viewBox="0 0 24 24" aria-hidden="true">
    ${svg`<path d=${path} />`}
  </svg>`;

function face({ network, label, display, count }: Entry) {
  const drawn = network.icon
    ? icon(network.icon, network.solid)
    : html`<b aria-hidden="true">${label.slice(0, 2)}</b>`;
  return html`${display === 'label' ? nothing : drawn}
  ${display === 'label' || display === 'both' ? html`<span part="label">${label}</span>` : nothing}
  ${count ? html`<span class="count" part="count">${count}</span>` : nothing}`;
}

/** A link for a network, a button for what the bar does itself. */
export function renderEntry(entry: Entry) {
  const { network, name, href, display, renew, use } = entry;
  const shape = display === 'label' || display === 'both' ? 'item wide' : 'item';
  if (!href) {
    return html`<button
      type="button"
      part="item"
      class=${shape}
      data-network=${network.id}
      aria-label=${name}
      @click=${use}
    >
      ${face(entry)}
    </button>`;
  }
  const web = isWeb(href);
  return html`<a
    part="item"
    class=${shape}
    data-network=${network.id}
    href=${href}
    target=${web ? '_blank' : nothing}
    rel=${web ? 'noopener noreferrer nofollow' : nothing}
    aria-label=${name}
    @pointerdown=${renew}
    @focus=${renew}
    @click=${use}
    @auxclick=${use}
    >${face(entry)}</a
  >`;
}
