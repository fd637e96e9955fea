import { type TemplateResult, html, nothing } from 'lit';
import type { ShareNetwork } from './share-bar-networks.js';

/** Opens in a tab of its own: an address of the web, and not of a mail program or an app. */
export const isWeb = (href: string): boolean => /^http/i.test(href);

/** A path on the 24 × 24 grid, drawn with lines or as an area. */
export const renderIcon = (path: string, solid?: boolean) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true" class=${solid ? 'solid' : nothing}>
    <path d=${path} />
  </svg>`;

/** What an entry shows: icon, name or both, and the clicks counted. */
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
 * What the bar does itself is a button.
 * @param expanded - For one that shows and hides something: whether it is shown.
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

/** A network is a link. `use` hears of all that comes before a link is followed, and of the click. */
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
