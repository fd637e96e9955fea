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

/** The buttons that suit the state: name of the label, and what it does. */
function buttonOf(face: Face, { input, required }: NoteOptions) {
  const { own, form, snapshot, active } = face;
  if (input.choice) return { label: 'submit', press: input.submit };
  if (form) return own && active && !required && { label: 'clear', press: input.remove };
  const open = snapshot?.state === 'open' && snapshot.policy.withdraw;
  return own && open && { label: 'remove', press: input.remove };
}

/** The line beside the stars: counts, the reader's own vote, what can be done, why nothing can. */
export function renderNote(face: Face, words: Words, options: NoteOptions) {
  const { translate, labels } = words;
  const { input, summary } = options;
  const { snapshot, max, phase } = face;
  const hint = input.preview || input.focused;
  const pointed = hint && hint !== face.checked && labels[hint - 1];
  const text = pointed ? starName(hint, max, words) : ownText(face, words);
  const reason = reasonText(face, words);
  const button = buttonOf(face, options);
  return html`${
    summary.includes('short') && snapshot?.votes
      ? html`<span part="votes">(${translate('votes', { n: snapshot.votes })})</span>`
      : nothing
  }${text ? html`<span part="own-vote">${text}</span>` : nothing}${
    reason ? html`<span part="reason">${reason}</span>` : nothing
  }${
    button
      ? html`<button
          type="button"
          part="button"
          class=${input.choice ? 'primary' : nothing}
          aria-disabled=${phase === 'sending' ? 'true' : nothing}
          @click=${button.press}
        >
          ${translate(button.label)}
        </button>`
      : nothing
  }`;
}
