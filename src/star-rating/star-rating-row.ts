import { html } from 'lit';
import type { Dictionary, Messages } from '../data/message-types.js';
import { type Translate, translator } from '../element/messages.js';
import { registry } from '../data/registry.js';
import type { Face } from './star-rating-face.js';
import { makeElement } from './star-rating-schema.js';
import { type Words, parseLabels, starName } from './star-rating-words.js';

/** The words and stars that ratings of one language and one shape share. */
export interface Row {
  readonly translate: Translate;
  readonly labels: readonly string[];
  /** The stars without a selection; each rating clones them. */
  readonly like: HTMLElement;
}

const rows = new Map<string, Row>();

function makeRow(words: Words): HTMLElement {
  const { active, max, step } = words;
  const row = makeElement(
    active
      ? html`<div
          id="stars"
          part="stars"
          role="radiogroup"
          aria-labelledby="prompt"
          aria-describedby="summary"
        ></div>`
      : html`<div id="stars" part="stars"></div>`,
  );
  row.role ||= 'img';
  row.className = step < 1 ? 'drawn half' : 'drawn';
  // The shapes are elements, because browsers restyle them in half the time that pseudo-elements
  // take.
  const star = (value: number) =>
    active
      ? html`<span
          class="star"
          part="star"
          role="radio"
          aria-checked="false"
          aria-label=${starName(value, words)}
          tabindex="-1"
          ><i></i
        ></span>`
      : html`<span class="star" part="star"><i></i></span>`;
  for (let value = step; value <= max; value += step) row.append(makeElement(star(value)));
  return row;
}

/**
 * Returns the words and stars of ratings that look alike, and caches them, because a page may show
 * hundreds of ratings.
 * @param messages - Messages of this element alone.
 */
export function rowFor(
  face: Face,
  labels: string,
  lang: string,
  dictionaries: readonly Dictionary[],
  messages?: Messages,
): Row {
  const { active, max, step } = face;
  const key = JSON.stringify([registry.edition, lang, active, max, step, labels, messages]);
  let row = rows.get(key);
  if (!row) {
    const translate = translator(lang, dictionaries, messages);
    const words = { ...face, translate, labels: parseLabels(labels), excuse: '' };
    row = { translate, labels: words.labels, like: makeRow(words) };
    rows.set(key, row);
  }
  return row;
}
