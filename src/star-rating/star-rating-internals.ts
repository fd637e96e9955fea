import type { Face } from './star-rating-face.js';

/** What a form asks of a rating. */
export interface FormTerms {
  readonly named: boolean;
  readonly required: boolean;
  /** Where the browser points when the value is missing. */
  anchor(): HTMLElement;
}

/** The browser's own words for a missing value, in its own language, as for every other control. */
function missingMessage(): string {
  const input = document.createElement('input');
  input.required = true;
  return input.validationMessage || '!';
}

const statesOf = ({ phase, snapshot, own }: Face): Record<string, boolean> => ({
  loading: phase === 'loading',
  voted: own > 0,
  pending: phase === 'sending' || phase === 'queued',
  closed: snapshot?.state === 'closed',
  error: phase === 'unavailable' || phase === 'queued' || phase === 'refused',
});

/** The rating's ElementInternals: custom states, form value and validity; silent where missing. */
export class RatingInternals {
  readonly #internals: ElementInternals | undefined;

  constructor(host: HTMLElement) {
    try {
      this.#internals = host.attachInternals();
    } catch {
      // An old browser: the rating still votes, but no form hears of it.
    }
  }

  reflect(face: Face, { named, required, anchor }: FormTerms): void {
    const internals = this.#internals;
    if (!internals) return;
    try {
      for (const [name, on] of Object.entries(statesOf(face))) {
        if (on !== internals.states.has(name)) internals.states[on ? 'add' : 'delete'](name);
      }
    } catch {
      // Custom states are missing or spelt otherwise here; nothing else depends on them.
    }
    const missing = required && !face.own;
    if (missing && internals.validity.valid) {
      internals.setValidity({ valueMissing: true }, missingMessage(), anchor());
    } else if (!missing && !internals.validity.valid) internals.setValidity({});
    if (named) internals.setFormValue(face.own ? String(face.own) : null);
  }
}
