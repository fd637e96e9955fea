import type { LitElement, ReactiveController } from 'lit';

const unmeasured = new Set<OverflowController>();

/**
 * Measures all rows that were drawn together. Row by row, each look at one would make the browser lay
 * out the page again.
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
 * Keeps a row of entries on one line: tells how many fit there beside the More button, and whether
 * the reader has asked for the others.
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

  /** @param update - Updates the host at once: what is measured must be there, and not flicker. */
  constructor(host: LitElement, update: () => void) {
    this.#host = host;
    this.#update = update;
    this.#observer = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {};
      // In the next frame: sizes that change while they are observed are an endless loop to browsers.
      if (width !== this.#width) requestAnimationFrame(() => this.#measureSoon());
      this.#width = width;
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** The row may hold something else than before. */
  hostUpdated(): void {
    if (this.#drawing) return;
    this.#measureSoon();
    if (this.#width) return;
    // As wide as the host, but no higher for what happens in the row.
    this.#observer.observe(this.#host.renderRoot.querySelector('[role=status]') as Element);
  }

  hostDisconnected(): void {
    unmeasured.delete(this);
    this.#observer.disconnect();
    this.#width = 0;
  }

  /** Renders at once, where the row holds the same as before. */
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

  /** Shows all entries side by side. */
  spread(): void {
    [, this.#focused] = (this.#host.renderRoot as ShadowRoot).activeElement?.part ?? [];
    if (this.room === Infinity) return;
    this.room = Infinity;
    this.draw();
  }

  /** Place of the first entry that is not on the first line; -1 for none. */
  wrapped(): number {
    const entries = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.row > *')];
    const [first] = entries;
    return entries.findIndex(
      ({ offsetTop }) => first && offsetTop > first.offsetTop + first.offsetHeight / 2,
    );
  }

  /** Leaves out what has wrapped; true while that may not be enough. */
  narrow(place: number): boolean {
    // What comes after the button may stand on further lines.
    const narrowed = place > 0 && place <= this.room;
    if (narrowed) {
      // Without room for the button, the last entry that fits gives way.
      this.room = place < this.room ? place : this.room - 1;
      this.draw();
    }
    // Entries that have changed places are made anew.
    if (this.#focused) {
      this.#host.renderRoot.querySelector<HTMLElement>(`[part~=${this.#focused}]`)?.focus();
    }
    return narrowed;
  }
}
