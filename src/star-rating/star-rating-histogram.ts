import { html, nothing } from 'lit';
import type { Face } from './star-rating-face.js';
import type { Words } from './star-rating-words.js';

/** How the votes spread: one row a star, the best first. Empty rows keep the place while loading. */
export function renderHistogram({ snapshot, max }: Face, { translate }: Words) {
  const counts = snapshot ? snapshot.histogram : Array<number>(max).fill(0);
  if (!counts) return nothing;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const row = (count: number, index: number) =>
    html`<li>
      <span>${translate('stars', { n: index + 1 })}</span>
      <span
        part="bar"
        class="bar"
        .style=${`--_share:${total ? (100 * count) / total : 0}%`}
      ></span>
      <span>${translate('votes', { n: count })}</span>
    </li>`;
  return html`<ul part="histogram" class="histogram">
    ${counts.map(row).reverse()}
  </ul>`;
}
