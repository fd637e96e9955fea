import type { LitElement, ReactiveController } from 'lit';
import { serverNow } from '../data/clock.js';
import type { PollSnapshot } from '../contract/poll.js';
import { nextChange, stateAt, untilNextWords } from './poll-time.js';

/**
 * Pauses in milliseconds before each request that asks whether the server has changed the state on
 * time. The first pause is a second, because the server's time comes in whole seconds.
 */
const pauses = [1_000, 5_000, 15_000];

/**
 * Updates what depends on time. First the text about closing and the state change, then a request
 * asks for the server's own state. It has at most one timer, and none while the page is hidden.
 */
export class PollTicker implements ReactiveController {
  readonly #host: LitElement;
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /**
   * @param refresh - Requests the current snapshot from the server.
   */
  constructor(host: LitElement, refresh: () => void) {
    this.#host = host;
    this.#refresh = refresh;
    host.addController(this);
  }

  /**
   * Replaces the timer by one for the next change. A hidden page sets none and plans again when it
   * becomes visible.
   */
  plan(poll: PollSnapshot | undefined): void {
    clearTimeout(this.#timer);
    if (!poll || document.visibilityState === 'hidden' || !this.#host.isConnected) return;
    const now = serverNow();
    const next = nextChange(poll, now);
    const overdue = stateAt(poll, now) !== poll.state;
    const pause = overdue ? pauses[this.#asked] : undefined;
    if (!overdue) this.#asked = 0;
    if (pause !== undefined) {
      // A random delay of up to two seconds keeps readers from asking all at once.
      this.#timer = setTimeout(this.#ask, pause + Math.random() * 2000);
    } else if (next !== undefined) this.#timer = setTimeout(this.#look, untilNextWords(next - now));
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  readonly #look = (): void => this.#host.requestUpdate();

  readonly #ask = (): void => {
    this.#asked++;
    this.#refresh();
    // An answer plans the next request. If none arrives, this update does.
    this.#look();
  };
}
