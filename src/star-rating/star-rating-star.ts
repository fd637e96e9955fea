import { html, nothing } from 'lit';
import type { Face } from './star-rating-face.js';
import type { SymbolPair } from './star-rating-symbols.js';
import { type Words, starName } from './star-rating-words.js';

/** How much of the star that holds this value is filled, in percent. */
const fillOf = ({ filled }: Face, value: number) =>
  100 * Math.min(Math.max(filled - Math.ceil(value) + 1, 0), 1);

/**
 * One choice: a star, or half of one where steps are halves. Among radios exactly one has a place in
 * the tab order: the focused one, else the checked one, else the first.
 */
export function renderStar(
  value: number,
  face: Face,
  words: Words,
  focused: number,
  symbols: SymbolPair | undefined,
) {
  const { active, checked, max, step, phase } = face;
  const own = value === checked;
  return html`<span
    class="star"
    part=${own ? 'star own' : 'star'}
    role=${active ? 'radio' : nothing}
    tabindex=${active ? (value === (focused || checked || step) ? 0 : -1) : nothing}
    aria-checked=${active ? String(own) : nothing}
    aria-disabled=${active && phase === 'sending' ? 'true' : nothing}
    aria-label=${active ? starName(value, max, words) : nothing}
    .style=${`--_fill:${fillOf(face, value)}%`}
    >${
      symbols
        ? html`<span class="symbol">${symbols[0]}</span
            ><span class="symbol full">${symbols[1]}</span>`
        : nothing
    }</span
  >`;
}
