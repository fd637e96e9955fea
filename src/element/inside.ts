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

/**
 * Custom states of a widget, for `:state(voted)` in the page's CSS.
 * @param phase - The phase of what it shows.
 */
export function setStates(
  inside: Inside | undefined,
  phase: string,
  voted: boolean,
  closed: boolean,
): void {
  const queued = phase === 'queued';
  const states = {
    loading: phase === 'loading',
    voted,
    pending: queued || phase === 'sending',
    closed,
    error: queued || phase === 'unavailable' || phase === 'refused',
  };
  try {
    for (const [name, on] of Object.entries(states)) {
      // Even a change that changes nothing makes browsers look through their style sheets.
      if (inside && inside.states.has(name) !== on) inside.states[on ? 'add' : 'delete'](name);
    }
  } catch {
    // Custom states are missing or spelt otherwise here; nothing else depends on them.
  }
}
