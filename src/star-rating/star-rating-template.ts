import { type TemplateResult, html, nothing } from 'lit';
import { renderFeedback } from '../core/feedback.js';
import type { View } from '../core/view.js';
import type { Face } from './star-rating-face.js';
import { renderHistogram } from './star-rating-histogram.js';
import type { RatingInput } from './star-rating-input.js';
import { renderNote } from './star-rating-note.js';
import { renderStar } from './star-rating-star.js';
import type { RatingSymbols } from './star-rating-symbols.js';
import { type Words, imageName, summaryText, thanksText } from './star-rating-words.js';

/** What a rating is drawn from. */
export interface Model {
  readonly view: View<unknown, unknown>;
  /** Speaks for all copies of the item. */
  readonly lead: boolean;
  readonly face: Face;
  readonly words: Words;
  readonly input: RatingInput;
  readonly symbols: RatingSymbols;
  readonly summary: string;
  readonly histogram: boolean;
  readonly required: boolean;
}

function renderStars({ face, words, input, symbols }: Model) {
  const { active, step, max, snapshot } = face;
  const values = Array.from({ length: max / step }, (_, index) => (index + 1) * step);
  return html`<div
      id="stars"
      part="stars"
      class=${`${symbols.at(step) ? '' : 'drawn'} ${step < 1 ? 'half' : ''}`}
      role=${active ? 'radiogroup' : 'img'}
      aria-labelledby=${active ? 'prompt' : nothing}
      aria-describedby=${active && snapshot ? 'summary' : nothing}
      aria-label=${active ? nothing : imageName(face, words)}
      @click=${input}
      @keydown=${input}
      @pointerover=${input}
      @pointerleave=${input}
      @focusin=${input}
      @focusout=${input}
    >
      ${values.map((value) => renderStar(value, face, words, input.focused, symbols.at(value)))}
    </div>
    <slot name="symbol-empty" hidden @slotchange=${symbols}></slot
    ><slot name="symbol-full" hidden @slotchange=${symbols}></slot>`;
}

/** What was said and went wrong. A counted vote is seen beside the stars: there it is only said. */
function renderOutcome(model: Model) {
  const { view, face, words, lead, input } = model;
  const { retry, dismiss } = input;
  const { translate } = words;
  const notice = view.phase === 'ready' ? view.notice : undefined;
  const said = notice === 'voted' ? thanksText(face, words) : notice ? translate(notice) : '';
  const seen = notice === 'voted' || notice === 'withdrawn';
  return html`<div class=${seen ? 'hidden' : nothing}>
    ${renderFeedback(view, { translate, lead, said, retry, dismiss })}
  </div>`;
}

/** The whole rating: what is asked, the stars, and what there is to say about them. */
export function renderRating(model: Model): TemplateResult {
  const { face, words, summary } = model;
  const { asks, snapshot, phase } = face;
  return html`<div class="heading">
      <span part="prompt" id="prompt"
        ><slot name="prompt">${words.translate(asks ? 'prompt' : 'result')}</slot></span
      >
      <span part="summary" id="summary" ?hidden=${snapshot && !summary.includes('full')}
        >${snapshot ? summaryText(face, words) : html`<slot></slot>`}</span
      >
    </div>
    <div class="row">
      ${renderStars(model)}
      <div part="note" class="note">
        ${renderNote(face, words, model)}${
          phase === 'empty' || phase === 'loading' ? nothing : renderOutcome(model)
        }
      </div>
    </div>
    ${model.histogram ? renderHistogram(face, words) : nothing}`;
}
