import type { LitElement, ReactiveController } from 'lit';

/**
 * Keeps a row of entries on one line: tells how many fit there beside the More button, and whether
 * the reader has asked for the others.
 */
export class OverflowController implements ReactiveController {
  readonly #host: LitElement;
  readonly #draw: () => void;
  #observer: ResizeObserver | undefined;
  #width = -1;
  #content = '';
  /** Number of entries that fit. */
  room = Infinity;
  expanded = false;

  /** @param draw - Renders the host at once: what is measured must be there, and not flicker. */
  constructor(host: LitElement, draw: () => void) {
    this.#host = host;
    this.#draw = draw;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(([entry]) => {
      const { width } = entry?.contentRect ?? { width: 0 };
      if (width === this.#width) return;
      this.#width = width;
      this.#measure();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Measures again when the row holds something else than before. */
  contain(content: string): void {
    if (content === this.#content) return;
    this.#content = content;
    this.#measure();
  }

  #measure(): void {
    this.room = Infinity;
    this.#draw();
    const row = this.#host.renderRoot.querySelector('.row');
    const wrapped = ({ offsetTop }: HTMLElement): boolean => {
      const first = row?.firstElementChild as HTMLElement;
      return offsetTop > 0 && offsetTop >= first.offsetTop + first.offsetHeight;
    };
    const children = () => Array.from(row?.children ?? []) as HTMLElement[];
    const fits = children().filter((child) => !wrapped(child)).length;
    if (fits === children().length) return;
    // Below the button's own place one entry after the other gives way.
    for (this.room = fits; ; this.room--) {
      this.#draw();
      if (this.room <= 1 || !children().some(wrapped)) return;
    }
  }
}
