/** The ElementInternals of an element and its custom states. */
export interface Inside {
  readonly internals: ElementInternals;
  /** Stored, because WebKit was seen to keep old states in a set that no script refers to. */
  readonly states: CustomStateSet;
}

/**
 * Attaches ElementInternals to an element. Returns `undefined` if the browser does not support
 * them.
 */
export function insideOf(host: HTMLElement): Inside | undefined {
  try {
    const internals = host.attachInternals();
    return { internals, states: internals.states };
  } catch {
    return undefined;
  }
}

/**
 * Sets the custom states of a widget, such as `:state(voted)` in the page's CSS.
 * @param phase - The phase of the element's view.
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
      // Browsers recalculate styles even if a call does not change the set.
      if (inside && inside.states.has(name) !== on) inside.states[on ? 'add' : 'delete'](name);
    }
  } catch {
    // This browser lacks custom states or uses another syntax for them. Nothing else depends on
    // them.
  }
}
