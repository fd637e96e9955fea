import type { LitElement, ReactiveController } from 'lit';

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
      if (width !== this.#width) requestAnimationFrame(() => this.#measure());
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
    this.#measure();
    if (this.#width) return;
    // As wide as the host, but no higher for what happens in the row.
    this.#observer.observe(this.#host.renderRoot.querySelector('[role=status]') as Element);
  }

  hostDisconnected(): void {
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

  #measure(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const [, focused] = root.activeElement?.part ?? [];
    if (this.room < Infinity) {
      this.room = Infinity;
      this.draw();
    }
    // Without room for the button, the last entry that fits gives way.
    for (let fits = this.#wrapped(); fits > 0; fits = this.#wrapped() === fits ? fits - 1 : 0) {
      this.room = fits;
      this.draw();
    }
    // Entries that have changed places are made anew.
    if (focused) root.querySelector<HTMLElement>(`[part~=${focused}]`)?.focus();
  }

  /** Place of the first entry that is not on the first line; -1 for none. */
  #wrapped(): number {
    const row = this.#host.renderRoot.querySelector('.row') as Element;
    const entries = [...row.children] as HTMLElement[];
    const [first] = entries;
    return entries.findIndex(
      ({ offsetTop }) => first && offsetTop > first.offsetTop + first.offsetHeight / 2,
    );
  }
}
