import type { LitElement, ReactiveController } from 'lit';
import { serverNow } from '../data/clock.js';
import type { PollSnapshot } from '../contract/poll.js';
import { nextChange, stateAt, untilNextWords } from './poll-time.js';

/**
 * Milliseconds before a page asks, and asks again, whether the server has seen the time pass too. Not
 * sooner: the time of an answer is told in whole seconds.
 */
const pauses = [1_000, 5_000, 15_000];

/**
 * Keeps what depends on time true: the words about closing, the state, and then the server's answer.
 * One timer at most, and none while the page is hidden.
 */
export class PollTicker implements ReactiveController {
  readonly #host: LitElement;
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** @param refresh - Asks the server for the present snapshot. */
  constructor(host: LitElement, refresh: () => void) {
    this.#host = host;
    this.#refresh = refresh;
    host.addController(this);
  }

  /** Plans the next look, instead of any planned before. A hidden page plans anew when it is shown. */
  plan(poll: PollSnapshot | undefined): void {
    clearTimeout(this.#timer);
    if (!poll || document.visibilityState === 'hidden' || !this.#host.isConnected) return;
    const now = serverNow();
    const next = nextChange(poll, now);
    const overdue = stateAt(poll, now) !== poll.state;
    const pause = overdue ? pauses[this.#asked] : undefined;
    if (!overdue) this.#asked = 0;
    if (pause !== undefined) {
      // Spread over two seconds, so that not all readers ask in the same moment.
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
    // The answer plans anew; where none comes, this does.
    this.#look();
  };
}
