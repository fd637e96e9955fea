import { PreviewEvent } from './star-rating-events.js';
import { starAfterKey } from './star-rating-keys.js';
import type { Stars } from './star-rating-stars.js';

const heard = ['click', 'keydown', 'pointerover', 'focusin', 'focusout', 'slotchange'];

/**
 * Handles all events of the stars. A click or tap casts a vote. Keys only select, until Enter or
 * Space casts the vote. Focus alone does nothing, because touch screen readers move it while they
 * pass the stars.
 */
export class RatingInput implements EventListenerObject {
  /** Stars that the reader has selected by key and not sent; 0 for none. */
  choice = 0;
  /** Stars that the reader points at; 0 for none. */
  preview = 0;
  /** The star with the focus; 0 for none. */
  focused = 0;
  /** Position of the last click, in CSS pixels of the viewport. */
  #clicked = { x: -9, y: -9 };
  readonly #stars: Stars;

  constructor(stars: Stars) {
    this.#stars = stars;
  }

  /**
   * Handles the button beside the stars. Sends the selection if there is one, else withdraws the
   * vote.
   */
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

  /** Discards the unsent selection and the preview. */
  settle(): void {
    this.choice = 0;
    this.#preview(0);
  }

  #press(event: KeyboardEvent, index: number): void {
    const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
    const { model: face, root, list, tabStop } = this.#stars;
    // The group itself has the focus after a button has disappeared. Keys then select stars but
    // cast no vote.
    const from = target === root ? list.indexOf(tabStop as HTMLElement) : index;
    if (ctrlKey || altKey || metaKey || from < 0 || !face.active) return;
    const rightToLeft = getComputedStyle(face.host).direction === 'rtl';
    const next = starAfterKey(key, from, face, rightToLeft);
    const commits = key === 'Enter' || key === ' ';
    const givesUp = key === 'Escape' && (this.choice || face.wish);
    if (next >= 0) this.#move(next);
    else if (!commits && !givesUp) return;
    // A held arrow key selects again and again, but a held Enter, Space or Escape acts once.
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
    // A mouse that has not moved since its click does not point at the stars that the page moves
    // under it.
    const moved = Math.hypot(x - this.#clicked.x, y - this.#clicked.y) > 2;
    // Fingers do not hover, so a preview would remain at the last touch.
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

  /**
   * Discards the selection and shows the vote that the server has. A second click on the reader's
   * own star changes nothing.
   */
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
