import { type TemplateResult, html, nothing } from 'lit';
import { renderFeedback } from '../element/feedback.js';
import type { Model } from './star-rating-model.js';
import { ownText, reasonText, starName, summaryText, thanksText } from './star-rating-words.js';

/** True if the attribute `summary` asks for this form. */
const wants = ({ host }: Model, form: string) => (host.summary ?? 'full').includes(form);

/**
 * Renders the button that fits the state. "Send" and "withdraw" are never the same button, so that
 * a second press does not undo the first.
 */
function renderButton(model: Model) {
  const { own, fixed, form, snapshot, active, phase, input, host, rating, translate } = model;
  const act = () => input.act();
  if (input.choice) {
    return html`<button type="button" part="button" class="primary" @click=${act}>
      ${translate('submit')}
    </button>`;
  }
  const open = form
    ? active && !host.required
    : snapshot?.state === 'open' && snapshot.policy.withdraw;
  if (!own || fixed || !open || 'error' in rating.view) return nothing;
  return html`<button
    type="button"
    part="button"
    aria-disabled=${phase === 'sending'}
    @click=${act}
  >
    ${translate(form ? 'clear' : 'remove')}
  </button>`;
}

/** True if the rating shows a message that the stars do not express. */
const tells = ({ rating: { view } }: Model): boolean =>
  'error' in view || (view.phase === 'ready' && Boolean(view.notice?.endsWith('counted')));

/**
 * Renders the feedback. The stars already show a counted vote, so that message is for screen
 * readers only.
 */
function renderOutcome(model: Model, told: boolean) {
  const { fixed, rating, translate } = model;
  const { view, lead } = rating;
  if (view.phase === 'empty' || view.phase === 'loading') return nothing;
  const notice = view.phase === 'ready' ? view.notice : undefined;
  const said = notice === 'voted' ? thanksText(model) : notice ? translate(notice) : '';
  return html`<div class=${told ? 'told' : 'hidden'}>
    ${renderFeedback(view, {
      translate,
      lead,
      fixed,
      said,
      retry: () => rating.retry(),
      dismiss: () => rating.dismiss(),
    })}
  </div>`;
}

const line = (part: string, text: string | 0 | false | null | undefined) =>
  text ? html`<span part=${part}>${text}</span>` : nothing;

/**
 * Renders the line beside the stars, with the counts, the reader's own vote, or the reason why
 * there is no input.
 */
function renderNote(model: Model) {
  const { input, snapshot, labels, checked, translate } = model;
  const votes = wants(model, 'short') && snapshot?.votes;
  const hint = input.preview || input.focused;
  const pointed = hint !== checked && labels[hint - 1];
  const own = pointed ? starName(hint, model) : ownText(model);
  return html`<div class="words">
    ${line('votes', votes && `(${translate('votes', { n: votes })})`)} ${line('own-vote', own)}
    ${line('reason', reasonText(model))}
  </div>`;
}

/**
 * Renders the number of votes for each number of stars, the highest first. Empty rows reserve the
 * space while the item loads.
 */
function renderHistogram(model: Model) {
  const { snapshot, max, translate } = model;
  const counts = snapshot ? snapshot.histogram : Array<number>(max).fill(0);
  if (!counts) return nothing;
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const rows = counts.map(
    (count, index) =>
      html`<li>
        <span aria-hidden="true">${index + 1}</span>
        <span
          part="bar"
          role="img"
          aria-label=${starName(index + 1, model)}
          .style=${`--_fill:${count / total}`}
        ></span>
        <span>${translate('votes', { n: count })}</span>
      </li>`,
  );
  return html`<ul part="histogram">
    ${rows.reverse()}
  </ul>`;
}

/**
 * Renders the rating around its stars.
 * @param stars - The element of the stars, already drawn.
 */
export function renderRating(model: Model, stars: HTMLElement): TemplateResult {
  const { asks, form, host, snapshot, translate } = model;
  const numbers = !form && wants(model, 'full');
  const button = renderButton(model);
  const told = tells(model);
  // A message replaces the text of the note, unless the text names the reader's vote on the server
  // or a new selection.
  const stands = 'error' in model.rating.view && model.own && model.own === model.checked;
  const names = button !== nothing || stands;
  const note = told && !names ? nothing : renderNote(model);
  return html`<div class="row">
      <span part="prompt" id="prompt"
        ><slot name="prompt">${translate(asks ? 'prompt' : 'result')}</slot></span
      ><span
        part="summary"
        id="summary"
        class=${numbers ? 'numbers' : ''}
        ?hidden=${snapshot && !numbers}
        >${summaryText(model)}<slot ?hidden=${snapshot !== undefined}></slot
      ></span>
    </div>
    <div class="row">
      ${stars}
      <slot name="symbol-empty" hidden></slot><slot name="symbol-full" hidden></slot>
      <div part="note" class="row">${note}${button}${renderOutcome(model, told)}</div>
    </div>
    ${host.histogram ? renderHistogram(model) : nothing}`;
}
