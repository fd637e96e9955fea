import type { LitElement } from 'lit';
import type { ItemController } from '../element/item-controller.js';
import { PreviewEvent } from './star-rating-events.js';
import { starAfterKey } from './star-rating-keys.js';
import type { RatingSnapshot, RatingVote } from '../contract/rating.js';
import type { Stars } from './star-rating-stars.js';

const heard = ['click', 'keydown', 'pointerover', 'focusin', 'focusout', 'slotchange'];

/** The connection of a rating to its item. */
export type RatingController = ItemController<RatingSnapshot, RatingVote>;

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
  /** Where the last click was. */
  #clicked = { x: -9, y: -9 };
  readonly #stars: Stars;

  constructor(stars: Stars) {
    this.#stars = stars;
  }

  /** The button beside the stars: sends what is chosen, else takes back what is. */
  act(): void {
    const { form, rating } = this.#stars.model;
    if (this.choice) this.#commit(this.choice);
    else if (form) this.#change(null);
    else rating.cast(null);
  }

  listen(root: EventTarget, host: EventTarget): void {
    for (const type of heard) root.addEventListener(type, this);
    host.addEventListener('pointerleave', this);
  }

  handleEvent(event: Event): void {
    const { type, target } = event;
    const index = this.#stars.list.findIndex((star) => star.contains(target as Node));
    const { host, step } = this.#stars.model;
    const value = (index + 1) * step;
    if (type === 'keydown') this.#press(event as KeyboardEvent, index);
    else if (type === 'click') this.#click(event as MouseEvent, value);
    else if (type.startsWith('pointer')) this.#point(event as PointerEvent, value);
    else if (type === 'slotchange') this.#stars.forget();
    else this.focused = type === 'focusin' ? value : 0;
    host.requestUpdate();
  }

  /** Forgets a choice that is not sent, and what the pointer shows. */
  settle(): void {
    this.choice = 0;
    this.#preview(0);
  }

  #press(event: KeyboardEvent, index: number): void {
    const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
    const { model: face, root, list, tabStop } = this.#stars;
    // The group has the focus after a button has gone: keys choose there, and commit nothing.
    const from = target === root ? list.indexOf(tabStop as HTMLElement) : index;
    if (ctrlKey || altKey || metaKey || from < 0 || !face.active) return;
    const rightToLeft = getComputedStyle(face.host).direction === 'rtl';
    const next = starAfterKey(key, from, face, rightToLeft);
    const commits = key === 'Enter' || key === ' ';
    const givesUp = key === 'Escape' && (this.choice || face.wish);
    if (next >= 0) this.#move(next);
    else if (!commits && !givesUp) return;
    // A key that is held chooses on, but commits or gives up once.
    else if (!repeat && commits) this.#commit((index + 1) * face.step);
    else if (!repeat) this.#giveUp();
    event.preventDefault();
    event.stopPropagation();
  }

  #move(index: number): void {
    const { phase, form, step } = this.#stars.model;
    if (phase === 'sending') return;
    const value = (index + 1) * step;
    if (form) this.#change(value);
    else this.choice = value;
    this.#stars.list[index]?.focus();
  }

  #click(event: MouseEvent, value: number): void {
    this.#clicked = event;
    this.#commit(value);
  }

  #point({ type, pointerType, x, y }: PointerEvent, value: number): void {
    const { active, phase } = this.#stars.model;
    // A mouse that rests since its click does not point at what the page moves under it.
    const moved = Math.hypot(x - this.#clicked.x, y - this.#clicked.y) > 2;
    // Fingers do not hover: a preview would stick where they last touched.
    const hovers = type === 'pointerover' && pointerType !== 'touch' && moved;
    this.#preview(hovers && active && phase !== 'sending' ? value : 0);
  }

  #preview(value: number): void {
    const former = this.preview;
    if (value === former) return;
    this.preview = value;
    const phase = value ? (former ? 'value' : 'start') : 'end';
    this.#stars.model.host.dispatchEvent(new PreviewEvent(phase, value || null));
  }

  #commit(value: number): void {
    const { active, phase, form, own, wish, rating } = this.#stars.model;
    if (!value || !active || phase === 'sending') return;
    this.#preview(0);
    if (form) this.#change(value);
    else if (value === wish) rating.retry();
    else if (value === own) this.#giveUp();
    else rating.cast({ value });
  }

  /** Back to what is saved: a second click on one's own star changes nothing. */
  #giveUp(): void {
    const { wish, rating } = this.#stars.model;
    this.settle();
    if (wish) rating.dismiss();
  }

  #change(value: number | null): void {
    const { host } = this.#stars.model;
    if (value === host.value) return;
    host.value = value;
    host.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    host.dispatchEvent(new Event('change', { bubbles: true }));
  }
}
