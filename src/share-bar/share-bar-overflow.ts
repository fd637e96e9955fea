import type { LitElement, ReactiveController } from 'lit';

const unmeasured = new Set<OverflowController>();

/**
 * Measures all rows that were drawn together. It reads the sizes of all rows before it changes one,
 * so that the browser does not compute the layout again for each row.
 */
function measureAll(): void {
  let rows = [...unmeasured];
  unmeasured.clear();
  for (const row of rows) row.spread();
  while (rows.length) {
    const places = rows.map((row) => row.wrapped());
    rows = rows.filter((row, index) => row.narrow(places[index] as number));
  }
}

/**
 * Keeps a row of entries on one line. It knows how many entries fit beside the More button, and
 * whether the reader has opened the others.
 */
export class OverflowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #update: () => void;
  readonly #observer: ResizeObserver;
  #width = 0;
  #drawing = false;
  #focused: string | undefined;
  /** Number of entries that fit. */
  room = Infinity;
  expanded = false;

  /**
   * @param update - Updates the host synchronously, so that the row can be measured and does not
   *   flicker.
   */
  constructor(host: LitElement, update: () => void) {
    this.#host = host;
    this.#update = update;
    this.#observer = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {};
      // Measures in the next frame, because a size that changes inside a ResizeObserver callback
      // causes a loop error.
      if (width !== this.#width) requestAnimationFrame(() => this.#measureSoon());
      this.#width = width;
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Measures again, because the row may have other entries now. */
  hostUpdated(): void {
    if (this.#drawing) return;
    this.#measureSoon();
    if (this.#width) return;
    // Observes an element that is as wide as the host but does not change its height with the row.
    this.#observer.observe(this.#host.renderRoot.querySelector('[role=status]') as Element);
  }

  hostDisconnected(): void {
    unmeasured.delete(this);
    this.#observer.disconnect();
    this.#width = 0;
  }

  /** Renders synchronously without a new measurement, for updates that leave the row unchanged. */
  readonly draw = (): void => {
    this.#drawing = true;
    this.#update();
    this.#drawing = false;
  };

  readonly toggle = (): void => {
    this.expanded = !this.expanded;
    this.draw();
  };

  #measureSoon(): void {
    if (!unmeasured.size) queueMicrotask(measureAll);
    unmeasured.add(this);
  }

  /** Shows all entries, on as many lines as they need. */
  spread(): void {
    [, this.#focused] = (this.#host.renderRoot as ShadowRoot).activeElement?.part ?? [];
    if (this.room === Infinity) return;
    this.room = Infinity;
    this.draw();
  }

  /** Returns the index of the first entry that is not on the first line; -1 for none. */
  wrapped(): number {
    const entries = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.row > *')];
    const [first] = entries;
    return entries.findIndex(
      ({ offsetTop }) => first && offsetTop > first.offsetTop + first.offsetHeight / 2,
    );
  }

  /** Hides the entries that have wrapped. Returns true if the row must be measured again. */
  narrow(place: number): boolean {
    // Content after the More button may wrap to further lines.
    const narrowed = place > 0 && place <= this.room;
    if (narrowed) {
      // If the button has no room, the last entry that fits makes room for it.
      this.room = place < this.room ? place : this.room - 1;
      this.draw();
    }
    // Lit may have replaced the element of an entry that has moved.
    if (this.#focused) {
      this.#host.renderRoot.querySelector<HTMLElement>(`[part~=${this.#focused}]`)?.focus();
    }
    return narrowed;
  }
}
