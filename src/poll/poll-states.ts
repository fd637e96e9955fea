/** The custom states of an element, for `:state(closed)` in the page's CSS; silent where missing. */
export class PollStates {
  readonly #states: CustomStateSet | undefined;

  constructor(host: HTMLElement) {
    try {
      this.#states = host.attachInternals().states;
    } catch {
      // An old browser: the page's `:state()` rules do nothing there either.
    }
  }

  /** Sets or clears each named state. */
  set(states: Readonly<Record<string, boolean>>): void {
    for (const [name, on] of Object.entries(states)) {
      if (on) this.#states?.add(name);
      else this.#states?.delete(name);
    }
  }
}
