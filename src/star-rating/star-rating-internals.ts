import type { Model } from './star-rating-template.js';

/** An element's ElementInternals, and the custom states in them. */
export interface Inside {
  readonly internals: ElementInternals;
  /** Held on to: in WebKit a set that nothing refers to was seen to keep states that had ended. */
  readonly states: CustomStateSet;
}

/** What is inside an element; `undefined` where the browser has no ElementInternals. */
export function insideOf(host: HTMLElement): Inside | undefined {
  try {
    const internals = host.attachInternals();
    return { internals, states: internals.states };
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
    states[on ? 'add' : 'delete'](name);
  }
}

/**
 * Tells the page's CSS and the form what a rating holds.
 * @param anchor - Where the browser points when the value is missing.
 */
export function reflect({ internals, states }: Inside, model: Model, anchor: HTMLElement): void {
  const { own, host } = model;
  try {
    setStates(states, model);
  } catch {
    // Custom states are missing or spelt otherwise here; nothing else depends on them.
  }
  const valueMissing = host.required && !own;
  if (valueMissing === internals.validity.valid) {
    internals.setValidity({ valueMissing }, valueMissing ? missingMessage() : '', anchor);
  }
  if (host.name) internals.setFormValue(own ? String(own) : null);
}
