import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps a row of entries on one line: tells how many fit there beside the More button, and whether
 * the reader has asked for the others.
 */
export class OverflowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #draw: () => void;
  readonly #observer: ResizeObserver;
  #width = 0;
  #content = '';
  /** Number of entries that fit. */
  room = Infinity;
  expanded = false;

  /** @param draw - Renders the host at once: what is measured must be there, and not flicker. */
  constructor(host: LitElement, draw: () => void) {
    this.#host = host;
    this.#draw = draw;
    this.#observer = new ResizeObserver(([entry]) => {
      const { width = 0 } = entry?.contentRect ?? {};
      if (width !== this.#width) this.#measure();
      this.#width = width;
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#content = '';
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Measures when the row holds something else than before; the text stands for what it holds. */
  contain(content: string): void {
    if (content === this.#content) return;
    this.#content = content;
    this.#measure();
    // As wide as the host, but no higher for what happens in the row: no endless resizing.
    this.#observer.observe(this.#host.renderRoot.querySelector('[role=status]') as Element);
  }

  #measure(): void {
    const root = this.#host.renderRoot as ShadowRoot;
    const [, focused] = root.activeElement?.part ?? [];
    this.room = Infinity;
    this.#draw();
    // Without room for the button, the last entry that fits gives way.
    for (let fits = this.#wrapped(); fits > 0; fits = this.#wrapped() < 0 ? 0 : fits - 1) {
      this.room = fits;
      this.#draw();
    }
    // Entries that have changed places are made anew.
    if (focused) root.querySelector<HTMLElement>(`[part~=${focused}]`)?.focus();
  }

  /** Place of the first entry that is not on the first line; -1 for none. */
  #wrapped(): number {
    const { children } = this.#host.renderRoot.querySelector('.row') as Element;
    const entries = [...children] as HTMLElement[];
    const { offsetTop = 0, offsetHeight = 0 } = entries[0] ?? {};
    return entries.findIndex(
      (entry) => offsetHeight && entry.offsetTop >= offsetTop + offsetHeight,
    );
  }
}
