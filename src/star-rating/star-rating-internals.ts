import { type Inside, setStates } from '../element/inside.js';
import type { Stars } from './star-rating-stars.js';
import type { Model } from './star-rating-model.js';

/** Sets the custom states, the form value and the validity of a rating. */
export function reflect(inside: Inside, model: Model, { root, tabStop }: Stars): void {
  const { own, host, phase, snapshot, active } = model;
  const { internals } = inside;
  setStates(inside, phase, own > 0, snapshot?.state === 'closed');
  root.ariaRequired = (active && host.required && 'true') || null;
  const valueMissing = host.required && !own;
  if (valueMissing === internals.validity.valid) {
    internals.setValidity({ valueMissing }, model.translate('prompt'), tabStop ?? root);
  }
  if (host.name) internals.setFormValue(own ? String(own) : null);
}
