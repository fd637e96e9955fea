import { type Inside, setStates } from '../core/inside.js';
import type { Model } from './star-rating-template.js';

/** The browser's own words for a missing value, in its own language, as for every other control. */
function missingMessage(): string {
  const input = document.createElement('input');
  input.required = true;
  return input.validationMessage || '!';
}

/**
 * Tells the page's CSS and the form what a rating holds.
 * @param anchor - Where the browser points when the value is missing.
 */
export function reflect(inside: Inside, model: Model, anchor: HTMLElement): void {
  const { own, host, phase, snapshot } = model;
  const { internals } = inside;
  setStates(inside, phase, own > 0, snapshot?.state === 'closed');
  const valueMissing = host.required && !own;
  if (valueMissing === internals.validity.valid) {
    internals.setValidity({ valueMissing }, valueMissing ? missingMessage() : '', anchor);
  }
  if (host.name) internals.setFormValue(own ? String(own) : null);
}
