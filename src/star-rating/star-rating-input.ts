import type { LitElement } from 'lit';
import type { ItemController } from '../core/item-controller.js';
import { PreviewEvent } from './star-rating-events.js';
import type { Face } from './star-rating-face.js';
import { starAfterKey } from './star-rating-keys.js';
import type { RatingSnapshot, RatingVote } from './star-rating-snapshot.js';

const heard = ['click', 'keydown', 'pointerover', 'pointerleave', 'focusin', 'focusout'];

/** The element, as far as the reader's input changes it. */
export interface RatingHost extends LitElement {
  value: number | null;
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

  /** Listens to the stars, and to the slots for their symbols. */
  listen(root: ParentNode): void {
    const stage = root.querySelector('#stars');
    for (const type of heard) stage?.addEventListener(type, this);
    stage?.parentElement?.addEventListener('slotchange', this);
  }

  readonly submit = (): void => this.#commit(this.choice);

  readonly remove = (): void => {
    if (this.#face().form) this.#change(null);
    else this.#rating.cast(null);
  };

  readonly retry = (): void => this.#rating.retry();

  readonly dismiss = (): void => this.#rating.dismiss();

  handleEvent(event: Event): void {
    const star = (event.target as Element).closest('.star');
    const index = [...(star?.parentElement?.children ?? [])].findIndex((child) => child === star);
    const value = (index + 1) * this.#face().step;
    if (event.type === 'slotchange') this.#host.requestUpdate();
    else if (event.type === 'keydown') this.#press(event as KeyboardEvent, index, value);
    else if (event.type === 'pointerover') this.#hover(event as PointerEvent, value);
    else if (event.type === 'pointerleave') this.#rest();
    else if (event.type === 'click') this.#commit(value);
    else this.#update({ focused: event.type === 'focusin' ? value : 0 });
  }

  /** Ends what has come of it, now that a vote is on its way. */
  settle(): void {
    this.choice = 0;
    this.#rest();
  }

  /** Forgets a choice that is not sent. */
  drop(): void {
    if (this.choice) this.#update({ choice: 0 });
  }

  #update(change: Partial<Pick<RatingInput, 'choice' | 'preview' | 'focused'>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }

  #press(event: KeyboardEvent, index: number, value: number): void {
    const face = this.#face();
    if (event.ctrlKey || event.altKey || event.metaKey || !face.active) return;
    const rightToLeft = getComputedStyle(this.#host).direction === 'rtl';
    const next = starAfterKey(event.key, index, face, rightToLeft);
    if (next !== undefined) this.#move(event.target as Element, next);
    else if (event.key === 'Enter' || event.key === ' ') this.#commit(value);
    else if (event.key === 'Escape' && (this.choice || face.wish)) this.#giveUp();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move({ parentElement }: Element, index: number): void {
    const { phase, form, step } = this.#face();
    if (phase === 'sending') return;
    const value = (index + 1) * step;
    if (form) this.#change(value);
    else this.#update({ choice: value });
    (parentElement?.children[index] as HTMLElement | undefined)?.focus();
  }

  #hover({ pointerType }: PointerEvent, value: number): void {
    const { active, phase } = this.#face();
    // Fingers do not hover: a preview would stick where they last touched.
    if (pointerType === 'touch' || !active || phase === 'sending') return;
    if (value && value !== this.preview) this.#show(value, this.preview ? 'value' : 'start');
  }

  #rest(): void {
    if (this.preview) this.#show(0, 'end');
  }

  #show(value: number, phase: PreviewEvent['phase']): void {
    this.#update({ preview: value });
    this.#host.dispatchEvent(new PreviewEvent(phase, value || null));
  }

  #commit(value: number): void {
    const { active, phase, form, own, wish } = this.#face();
    if (!value || !active || phase === 'sending') return;
    this.#rest();
    if (form) this.#change(value);
    else if (value === wish) this.#rating.retry();
    else if (value === own) this.#giveUp();
    else this.#rating.cast({ value });
  }

  /** Back to what is saved: a second click on one's own star changes nothing. */
  #giveUp(): void {
    this.drop();
    if (this.#face().wish) this.#rating.dismiss();
  }

  #change(value: number | null): void {
    if (value === this.#host.value) return;
    this.#host.value = value;
    this.#host.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    this.#host.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
