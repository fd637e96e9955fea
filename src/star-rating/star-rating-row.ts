import { html, nothing } from 'lit';
import {
  type Dictionary,
  type Messages,
  type Translate,
  edition,
  translator,
} from '../core/messages.js';
import type { Face } from './star-rating-face.js';
import { makeElement } from './star-rating-schema.js';
import { type Words, parseLabels, starName } from './star-rating-words.js';

/** What ratings of one language and one shape have in common. */
export interface Row {
  readonly translate: Translate;
  readonly labels: readonly string[];
  /** The stars before any choice, to be cloned. */
  readonly like: HTMLElement;
}

const rows = new Map<string, Row>();

function makeRow(words: Words): HTMLElement {
  const { active, max, step } = words;
  const radio = <T extends string>(value: T) => (active ? value : nothing);
  const row = makeElement(
    html`<div
      id="stars"
      part="stars"
      class=${step < 1 ? 'drawn half' : 'drawn'}
      role=${active ? 'radiogroup' : 'img'}
      aria-labelledby=${radio('prompt')}
      aria-describedby=${radio('summary')}
    ></div>`,
  );
  // Shapes are elements and not pseudo-elements: browsers restyle them in half the time.
  const star = (value: number) =>
    html`<span
      class="star"
      part="star"
      role=${radio('radio')}
      aria-checked=${radio('false')}
      aria-label=${radio(starName(value, words))}
      tabindex=${radio('-1')}
      ><i></i
    ></span>`;
  for (let value = step; value <= max; value += step) row.append(makeElement(star(value)));
  return row;
}

/**
 * Words and stars, made once for all ratings that look alike: pages show ratings by the hundred.
 * @param messages - Sentences of the element alone.
 */
export function rowFor(
  face: Face,
  labels: string,
  lang: string,
  dictionaries: readonly Dictionary[],
  messages?: Messages,
): Row {
  const { active, max, step } = face;
  const key = JSON.stringify([edition, lang, active, max, step, labels, messages]);
  let row = rows.get(key);
  if (!row) {
    const translate = translator(lang, dictionaries, messages);
    const words = { ...face, translate, labels: parseLabels(labels), excuse: '' };
    row = { translate, labels: words.labels, like: makeRow(words) };
    rows.set(key, row);
  }
  return row;
}
