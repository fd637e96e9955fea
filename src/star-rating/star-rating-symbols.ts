import type { ReactiveControllerHost } from 'lit';

/** A page's own star: empty, and full on top of it. */
export type SymbolPair = readonly [empty: Node, full: Node];

/** Copies the symbols that the page has put into the slots, since a slot can be drawn only once. */
export class RatingSymbols implements EventListenerObject {
  readonly #host: Element & ReactiveControllerHost;
  #originals: readonly (Element | null)[] = [];
  readonly #pairs = new Map<number, SymbolPair>();

  constructor(host: Element & ReactiveControllerHost) {
    this.#host = host;
  }

  /** Takes up what is in the slots now. */
  look(): void {
    const found = ['empty', 'full'].map((name) =>
      this.#host.querySelector(`:scope > [slot=symbol-${name}]`),
    );
    if (found.every((symbol, index) => symbol === this.#originals[index])) return;
    this.#originals = found;
    this.#pairs.clear();
  }

  /** The copies for one star, always the same; `undefined` where stars are drawn. */
  at(value: number): SymbolPair | undefined {
    const [empty, full] = this.#originals;
    if (!empty || !full) return undefined;
    const pair = this.#pairs.get(value) ?? [empty.cloneNode(true), full.cloneNode(true)];
    this.#pairs.set(value, pair as SymbolPair);
    return pair as SymbolPair;
  }

  /** Something changed in the slots. */
  handleEvent(): void {
    this.#host.requestUpdate();
  }
}
