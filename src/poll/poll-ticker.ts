import type { LitElement, ReactiveController } from 'lit';

/** Renders its host again at a given moment. One timer at most, and none while the page is hidden. */
export class PollTicker implements ReactiveController {
  readonly #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks for one wake-up after some milliseconds, instead of any earlier one; `undefined`: none. */
  wake(after: number | undefined): void {
    clearTimeout(this.#timer);
    const asleep = document.visibilityState === 'hidden' || !this.#host.isConnected;
    if (after === undefined || asleep) return;
    this.#timer = setTimeout(this.#tick, after);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tick);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tick);
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => this.#host.requestUpdate();
}
