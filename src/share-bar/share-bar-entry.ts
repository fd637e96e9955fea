import { type TemplateResult, html, nothing } from 'lit';
import type { ShareNetwork } from './share-bar-networks.js';

/** True if a link opens in a new tab. Web addresses do, but not those of a mail program or an app. */
export const isWeb = (href: string): boolean => /^http/i.test(href);

/**
 * Renders an icon from a path on a 24 × 24 grid.
 * @param solid - True if the path is an area; lines by default.
 */
export const renderIcon = (path: string, solid?: boolean) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${solid ? 'solid' : nothing}>
    <path d=${path} />
  </svg>`;

/** Renders the content of an entry, with its icon, its name or both, and its number of clicks. */
export function renderFace(
  { icon, solid }: ShareNetwork,
  label: string,
  display = 'icon',
  count: string,
) {
  const drawn = icon ? renderIcon(icon, solid) : html`<b>${[...label][0]}</b>`;
  return html`${display === 'label' ? '' : drawn}${
    display === 'icon' ? '' : html`<span part="label">${label}</span>`
  }${count && html`<span part="count">${count}</span>`}`;
}

/**
 * Renders a button, for an action that the bar performs itself.
 * @param expanded - For a button that opens a panel, true while the panel is open.
 */
export const renderButton = (
  id: string,
  name: string,
  face: TemplateResult,
  press: () => void,
  expanded?: boolean,
) =>
  html`<button
    part="item ${id}"
    aria-label=${name}
    aria-expanded=${expanded ?? nothing}
    @click=${press}
  >
    ${face}
  </button>`;

/**
 * Renders a link to a network.
 * @param use - Called for each event that precedes following the link, and for the click.
 */
export function renderLink(
  id: string,
  name: string,
  face: TemplateResult,
  href: string,
  use: (event: MouseEvent) => void,
) {
  const web = isWeb(href);
  return html`<a
    part="item ${id}"
    aria-label=${name}
    href=${href}
    target=${web ? '_blank' : nothing}
    rel=${web ? 'noopener noreferrer nofollow' : nothing}
    @pointerdown=${use}
    @focus=${use}
    @click=${use}
    @auxclick=${use}
    >${face}</a
  >`;
}
