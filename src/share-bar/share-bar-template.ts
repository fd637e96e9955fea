import { type TemplateResult, html } from 'lit';
import { type Translate, formatNumber } from '../element/messages.js';
import { type Session, addressed, follow, pops, press } from './share-bar-actions.js';
import { isWeb, renderButton, renderFace, renderIcon, renderLink } from './share-bar-entry.js';
import { type SharedPage, linkTo } from './share-bar-link.js';
import { type ShareNetwork, moreIcon } from './share-bar-networks.js';
import type { OverflowController } from './share-bar-overflow.js';
import type { ShareSnapshot } from '../contract/share.js';

/** Everything that the template of a bar uses. */
export interface Model {
  readonly session: Session;
  readonly overflow: OverflowController;
  readonly translate: Translate;
  readonly lang: string;
  readonly networks: readonly ShareNetwork[];
  readonly page: SharedPage;
  readonly snapshot: ShareSnapshot | undefined;
}

function renderEntry(
  { session, translate, lang, page, snapshot }: Model,
  network: ShareNetwork,
): TemplateResult {
  const { bar } = session;
  const { id } = network;
  const label = network.label || translate(id);
  const clicks = snapshot?.networks[id] ?? 0;
  const count = clicks > 0 ? formatNumber(clicks, lang, 'compact') : '';
  const face = renderFace(network, label, bar.display, count);
  const href = linkTo(network, addressed(bar, id, page));
  const way = !isWeb(href) ? 'app' : pops(bar) ? 'popup' : 'tab';
  const plain = href ? translate(way, { label }) : label;
  const name = count ? `${plain}, ${translate('clicks', { n: clicks })}` : plain;
  if (href) return renderLink(id, name, face, href, (event) => follow(session, event, network));
  const expanded = network.show && session.panel?.id === id;
  return renderButton(id, name, face, () => void press(session, network, label), expanded);
}

/** Closes the panel that was opened last and moves the focus to its button. */
function closeByEscape(event: KeyboardEvent): void {
  const bar = event.currentTarget as Element;
  const open = [...bar.querySelectorAll<HTMLElement>('[aria-expanded=true]')].pop();
  if (event.key !== 'Escape' || !open) return;
  event.stopPropagation();
  open.focus();
  open.click();
}

export function renderBar(model: Model): TemplateResult {
  const { session, overflow, translate, networks, page, snapshot } = model;
  const { room, expanded } = overflow;
  const { bar, said, panel, draw } = session;
  const { maxVisible = 0 } = bar;
  const items = networks.map((network) => renderEntry(model, network));
  const shown = maxVisible > 0 ? Math.min(room, maxVisible) : room;
  const more = () =>
    renderButton('more', translate('more'), renderIcon(moreIcon), overflow.toggle, expanded);
  return html`<div class="bar" role="group" aria-labelledby="prompt" @keydown=${closeByEscape}>
      <span id="prompt" part="prompt"><slot name="prompt">${translate('share')}</slot></span>
      <div class="row">
        ${items.slice(0, shown)}${items.length > shown ? more() : ''}${items.slice(shown)}
      </div>
    </div>
    <div part="total">${snapshot?.total ? translate('clicks', { n: snapshot.total }) : ''}</div>
    <div role="status" part="status">${said && translate(said)}</div>
    ${
      said === 'by_hand'
        ? html`<input part="field" readonly aria-label=${translate('copy')} .value=${page.url} />`
        : ''
    }
    ${panel}<slot hidden @slotchange=${draw}></slot>`;
}
