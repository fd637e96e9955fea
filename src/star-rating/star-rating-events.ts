/**
 * `riac-preview` fires while the reader points at stars without selecting one. `phase` is `start`
 * at the first star, `value` at each further one, and `end` when the pointer leaves or the reader
 * selects a star. The event bubbles and leaves shadow roots. It fires only for pointers that can
 * hover.
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
