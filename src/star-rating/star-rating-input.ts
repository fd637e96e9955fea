import type { LitElement } from 'lit';
import type { ItemController } from '../core/item-controller.js';
import { PreviewEvent } from './star-rating-events.js';
import type { Face } from './star-rating-face.js';
import { starAfterKey } from './star-rating-keys.js';
import type { RatingSnapshot, RatingVote } from './star-rating-snapshot.js';

const heard = ['click', 'keydown', 'pointerover', 'pointerleave', 'focusin', 'focusout'];

/** The element, as far as its parts read and change it. */
export interface RatingHost extends LitElement {
  value: number | null;
  readonly name: string | undefined;
  readonly required: boolean;
  readonly summary: string | undefined;
  readonly histogram: boolean;
}

/**
 * What the reader does, as one listener for all events of the stars. Clicks and taps commit; keys
 * only choose, until Enter or Space commits; the focus alone does nothing, since touch screen readers
 * move it while they pass.
 */
export class RatingInput implements EventListenerObject {
  /** Chosen by key and not sent; 0 for none. */
  choice = 0;
  /** The star pointed at; 0 for none. */
  preview = 0;
  /** The star that has the focus; 0 for none. */
  focused = 0;
  readonly #host: RatingHost;
  readonly #rating: ItemController<RatingSnapshot, RatingVote>;
  readonly #face: () => Face;

  constructor(
    host: RatingHost,
    rating: ItemController<RatingSnapshot, RatingVote>,
    face: () => Face,
  ) {
    this.#host = host;
    this.#rating = rating;
    this.#face = face;
  }

  readonly submit = (): void => this.#commit(this.choice);

  readonly remove = (): void => {
    if (this.#face().form) this.#change(null);
    else this.#rating.cast(null);
  };

  readonly retry = (): void => this.#rating.retry();

  readonly dismiss = (): void => this.#rating.dismiss();

  /** Listens to the stars, and to the slots for their symbols. */
  listen(stage: Element): void {
    for (const type of heard) stage.addEventListener(type, this);
    stage.parentElement?.addEventListener('slotchange', this);
  }

  handleEvent(event: Event): void {
    const { type, currentTarget, target } = event;
    const star = (target as Element).closest('.star');
    const index = [...(currentTarget as Element).children].findIndex((child) => child === star);
    const value = (index + 1) * this.#face().step;
    if (type === 'keydown') this.#press(event as KeyboardEvent, index);
    else if (type === 'click') this.#commit(value);
    else if (type.startsWith('pointer')) this.#point(event as PointerEvent, value);
    else this.focused = type === 'focusin' ? value : 0;
    this.#host.requestUpdate();
  }

  /** Forgets a choice that is not sent, and what the pointer shows. */
  settle(): void {
    this.choice = 0;
    this.#preview(0);
  }

  #press(event: KeyboardEvent, index: number): void {
    const { key, ctrlKey, altKey, metaKey } = event;
    const face = this.#face();
    if (ctrlKey || altKey || metaKey || !face.active) return;
    const rightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const next = starAfterKey(key, index, face, rightToLeft);
    if (next !== undefined) this.#move(event.currentTarget as Element, next);
    else if (key === 'Enter' || key === ' ') this.#commit((index + 1) * face.step);
    else if (key === 'Escape' && (this.choice || face.wish)) this.#giveUp();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move({ children }: Element, index: number): void {
    const { phase, form, step } = this.#face();
    if (phase === 'sending') return;
    const value = (index + 1) * step;
    if (form) this.#change(value);
    else this.choice = value;
    (children[index] as HTMLElement | undefined)?.focus();
  }

  #point({ type, pointerType }: PointerEvent, value: number): void {
    const { active, phase } = this.#face();
    // Fingers do not hover: a preview would stick where they last touched.
    const hovers = type === 'pointerover' && pointerType !== 'touch';
    this.#preview(hovers && active && phase !== 'sending' ? value : 0);
  }

  #preview(value: number): void {
    const former = this.preview;
    if (value === former) return;
    this.preview = value;
    const phase = value ? (former ? 'value' : 'start') : 'end';
    this.#host.dispatchEvent(new PreviewEvent(phase, value || null));
  }

  #commit(value: number): void {
    const { active, phase, form, own, wish } = this.#face();
    if (!value || !active || phase === 'sending') return;
    this.#preview(0);
    if (form) this.#change(value);
    else if (value === wish) this.retry();
    else if (value === own) this.#giveUp();
    else this.#rating.cast({ value });
  }

  /** Back to what is saved: a second click on one's own star changes nothing. */
  #giveUp(): void {
    this.settle();
    if (this.#face().wish) this.dismiss();
    this.#host.requestUpdate();
  }

  #change(value: number | null): void {
    const host = this.#host;
    if (value === host.value) return;
    host.value = value;
    host.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    host.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
