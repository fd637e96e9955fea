import { type TemplateResult, html, nothing } from 'lit';
import { renderFeedback } from '../core/feedback.js';
import type { View } from '../core/view.js';
import type { RatingHost, RatingInput } from './star-rating-input.js';
import {
  type Words,
  ownText,
  reasonText,
  starName,
  summaryText,
  thanksText,
} from './star-rating-words.js';

/** What a rating is drawn from. */
export interface Model extends Words {
  readonly host: RatingHost;
  readonly input: RatingInput;
  readonly view: View<unknown, unknown>;
  /** Speaks for all copies of the item. */
  readonly lead: boolean;
  /** The page's own symbols, empty and full; none where stars are drawn. */
  readonly symbols: readonly Element[];
}

/** What `summary` asks for. */
const wants = ({ host }: Model, form: string) => (host.summary ?? 'full').includes(form);

/** What can be done. The two are never one button: a second press must not undo the first. */
function renderButtons(model: Model) {
  const { own, form, snapshot, active, phase, input, host, translate } = model;
  if (input.choice) {
    return html`<button type="button" part="button" class="primary" @click=${input.submit}>
      ${translate('submit')}
    </button>`;
  }
  const open = form
    ? active && !host.required
    : snapshot?.state === 'open' && snapshot.policy.withdraw;
  if (!own || !open) return nothing;
  return html`<button
    type="button"
    part="button"
    class="quiet"
    aria-disabled=${phase === 'sending'}
    @click=${input.remove}
  >
    ${translate(form ? 'clear' : 'remove')}
  </button>`;
}

/** What was said and went wrong. A counted vote is seen beside the stars: there it is only said. */
function renderOutcome(model: Model) {
  const { view, lead, input, translate } = model;
  if (view.phase === 'empty' || view.phase === 'loading') return nothing;
  const notice = view.phase === 'ready' ? view.notice : undefined;
  const said = notice === 'voted' ? thanksText(model) : notice ? translate(notice) : '';
  const seen = notice === 'voted' || notice === 'withdrawn';
  const { retry, dismiss } = input;
  return html`<div class=${seen ? 'hidden' : ''}>
    ${renderFeedback(view, { translate, lead, said, retry, dismiss })}
  </div>`;
}

/** The line beside the stars: counts, the reader's own vote, why there is no input. */
function renderNote(model: Model) {
  const { input, snapshot, labels, checked, translate } = model;
  const votes = wants(model, 'short') && snapshot?.votes;
  const hint = input.preview || input.focused;
  const pointed = hint !== checked && labels[hint - 1];
  const texts = {
    votes: votes ? `(${translate('votes', { n: votes })})` : '',
    'own-vote': pointed ? starName(hint, model) : ownText(model),
    reason: reasonText(model),
  };
  return Object.entries(texts).map(([part, text]) =>
    text ? html`<span part=${part}>${text}</span>` : nothing,
  );
}

/** How the votes spread: one row a star, the best first. Empty rows keep the place while loading. */
function renderHistogram({ snapshot, max, translate }: Model) {
  const counts = snapshot ? snapshot.histogram : Array<number>(max).fill(0);
  if (!counts) return nothing;
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const rows = counts.map(
    (count, index) =>
      html`<li>
        <span>${index + 1}</span>
        <span part="bar" .style=${`--_fill:${count / total}`}></span>
        <span>${translate('votes', { n: count })}</span>
      </li>`,
  );
  return html`<ul part="histogram">
    ${rows.reverse()}
  </ul>`;
}

/** The whole rating; the stars themselves are drawn into their place afterwards. */
export function renderRating(model: Model): TemplateResult {
  const { asks, host, snapshot, translate } = model;
  return html`<div class="row">
      <span part="prompt" id="prompt"
        ><slot name="prompt">${translate(asks ? 'prompt' : 'result')}</slot></span
      ><span part="summary" id="summary" ?hidden=${snapshot && !wants(model, 'full')}
        >${summaryText(model)}<slot ?hidden=${snapshot !== undefined}></slot
      ></span>
    </div>
    <div class="row">
      <div id="stars" part="stars"></div>
      <slot name="symbol-empty" hidden></slot><slot name="symbol-full" hidden></slot>
      <div part="note" class="row">
        ${renderNote(model)}${renderButtons(model)}${renderOutcome(model)}
      </div>
    </div>
    ${host.histogram ? renderHistogram(model) : nothing}`;
}
