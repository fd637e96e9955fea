import { html, nothing } from 'lit';
import type { Face } from './star-rating-face.js';
import type { RatingInput } from './star-rating-input.js';
import { type Words, ownText, reasonText, starName } from './star-rating-words.js';

/** What the line depends on besides the face. */
export interface NoteOptions {
  readonly input: RatingInput;
  readonly summary: string;
  readonly required: boolean;
}

const button = (label: string, press: () => void, busy: boolean) =>
  html`<button type="button" part="button" aria-disabled=${busy ? 'true' : nothing} @click=${press}>
    ${label}
  </button>`;

/** What can be done. The two are never one button: a second press must not undo the first. */
function renderButtons(face: Face, { translate }: Words, { input, required }: NoteOptions) {
  const { own, form, snapshot, active, phase } = face;
  if (input.choice) {
    return html`<button type="button" part="button" class="primary" @click=${input.submit}>
      ${translate('submit')}
    </button>`;
  }
  const removable = form
    ? active && !required
    : snapshot?.state === 'open' && snapshot.policy.withdraw;
  if (!own || !removable) return nothing;
  return button(translate(form ? 'clear' : 'remove'), input.remove, phase === 'sending');
}

/** The line beside the stars: counts, the reader's own vote, what can be done, why nothing can. */
export function renderNote(face: Face, words: Words, options: NoteOptions) {
  const { translate, labels } = words;
  const { input, summary } = options;
  const { snapshot, max } = face;
  const hint = input.preview || input.focused;
  const pointed = hint && hint !== face.checked && labels[hint - 1];
  const votes = summary.includes('short') && snapshot?.votes;
  const texts = {
    votes: votes ? `(${translate('votes', { n: votes })})` : '',
    'own-vote': pointed ? starName(hint, max, words) : ownText(face, words),
    reason: reasonText(face, words),
  };
  return html`${Object.entries(texts).map(([part, text]) =>
    text ? html`<span part=${part}>${text}</span>` : nothing,
  )}${renderButtons(face, words, options)}`;
}
