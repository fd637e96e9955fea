import type { Model } from './star-rating-template.js';

/** ElementInternals of an element; `undefined` where the browser has none. */
export function internalsOf(host: HTMLElement): ElementInternals | undefined {
  try {
    return host.attachInternals();
  } catch {
    return undefined;
  }
}

/** The browser's own words for a missing value, in its own language, as for every other control. */
function missingMessage(): string {
  const input = document.createElement('input');
  input.required = true;
  return input.validationMessage || '!';
}

/** Custom states, for `:state(voted)` in the page's CSS. */
function setStates(states: CustomStateSet, { phase, snapshot, own }: Model): void {
  const present = {
    loading: phase === 'loading',
    voted: own > 0,
    pending: phase === 'sending' || phase === 'queued',
    closed: snapshot?.state === 'closed',
    error: phase === 'unavailable' || phase === 'queued' || phase === 'refused',
  };
  for (const [name, on] of Object.entries(present)) {
    if (on !== states.has(name)) states[on ? 'add' : 'delete'](name);
  }
}

/**
 * Tells the page's CSS and the form what a rating holds.
 * @param anchor - Where the browser points when the value is missing.
 */
export function reflect(internals: ElementInternals, model: Model, anchor: HTMLElement): void {
  const { own, host } = model;
  try {
    setStates(internals.states, model);
  } catch {
    // Custom states are missing or spelt otherwise here; nothing else depends on them.
  }
  const valueMissing = host.required && !own;
  if (valueMissing === internals.validity.valid) {
    internals.setValidity({ valueMissing }, valueMissing ? missingMessage() : '', anchor);
  }
  if (host.name) internals.setFormValue(own ? String(own) : null);
}
