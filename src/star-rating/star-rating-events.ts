/**
 * `riac-preview`: the reader points at stars without having chosen yet. `start` at the first star,
 * `value` at each further one, `end` when the pointer leaves or the reader chooses. Bubbles and
 * leaves shadow roots. Fired only for pointers that can hover.
 */
export class PreviewEvent extends Event {
  readonly phase: 'start' | 'value' | 'end';
  /** The number of stars that the reader points at; `null` at the end. */
  readonly value: number | null;

  constructor(phase: PreviewEvent['phase'], value: number | null) {
    super('riac-preview', { bubbles: true, composed: true });
    this.phase = phase;
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'riac-preview': PreviewEvent;
  }
}
