import { html } from 'lit';
import { makeElement } from './star-rating-schema.js';
import type { Model } from './star-rating-model.js';
import { imageName } from './star-rating-words.js';

/** The values of a row before its first drawing. */
const blank = { filled: 0, checked: 0, stop: 0, busy: false };

/** Returns the filled part of a star, from 0 to 1. */
const share = (filled: number, star: number) => Math.min(Math.max(filled - star, 0), 1);

/**
 * Draws the stars of one rating, as a radio group, or as one image if there is no input. It uses no
 * template and touches only what changes, because pages show hundreds of ratings and stars are the
 * larger part of them.
 */
export class Stars {
  /** The model of the last drawing. It exists before any event. */
  declare model: Model;
  declare root: HTMLElement;
  /** The elements that the reader can select. Each is a star, or half a star if steps are halves. */
  list: HTMLElement[] = [];
  #like: Element | undefined;
  #drawn = blank;

  /** The one star in the tab order. */
  get tabStop(): HTMLElement | undefined {
    return this.list.find(({ tabIndex }) => !tabIndex);
  }

  /** Rebuilds the stars at the next drawing, after the page has changed the symbols in the slots. */
  forget(): void {
    this.#like = undefined;
  }

  /**
   * Returns the element to focus after the focused one is gone. After a star it is the star in its
   * place. After a button it is the group, where Enter and Space do nothing.
   */
  restAfter(lost: Element): HTMLElement {
    const { root, tabStop } = this;
    root.tabIndex = -1;
    return (lost.matches('.star') && tabStop) || root;
  }

  draw(model: Model): void {
    const { active, checked, filled, form, step, like, input, phase } = model;
    if (like !== this.#like) this.#make(model);
    const { root, list } = this;
    const old = this.#drawn;
    this.model = model;
    // Exactly one star is in the tab order. It is the focused one, else the selected one, else the
    // first one.
    const stop = active ? input.focused || checked || step : 0;
    const busy = active && phase === 'sending';
    this.#drawn = { filled, checked, stop, busy };
    if (filled !== old.filled) this.#fill(old.filled, filled, step);
    for (const value of new Set([old.checked, old.stop, checked, stop])) {
      const star = list[value / step - 1];
      const own = value === checked;
      if (star && !form) star.part.toggle('own', own);
      if (!star || !active) continue;
      star.ariaChecked = String(own);
      star.tabIndex = value === stop ? 0 : -1;
    }
    if (busy !== old.busy) for (const star of list) star.ariaDisabled = busy ? 'true' : null;
    if (!active) root.ariaLabel = imageName(model);
  }

  #fill(old: number, filled: number, step: number): void {
    this.list.forEach((star, index) => {
      const number = Math.floor(index * step);
      const part = share(filled, number);
      const former = share(old, number);
      if (part === former) return;
      if (part % 1 || former % 1) star.classList.toggle('some', part % 1 > 0);
      star.children[0]?.classList.toggle('full', part === 1);
      if (part % 1 || star.children[1]) star.style.setProperty('--_fill', String(part));
    });
  }

  /**
   * Builds the stars with copies of the page's symbols, because a slot shows its content only once.
   */
  #make({ host, like }: Model): void {
    const root = like.cloneNode(true) as HTMLElement;
    this.list = [...root.querySelectorAll<HTMLElement>('.star')];
    const symbols = [...host.querySelectorAll(':scope > [slot^=symbol-]')];
    // Puts the empty symbol before the full one, in whatever order the page has them.
    symbols.sort((one, other) => (one.slot < other.slot ? -1 : 1));
    if (symbols.length > 1) {
      root.classList.remove('drawn');
      for (const star of this.list) {
        const layer = (symbol: Element) =>
          makeElement(html`<span class="symbol">${symbol.cloneNode(true)}</span>`);
        star.append(...symbols.map(layer));
      }
    }
    this.root = root;
    this.#like = like;
    this.#drawn = blank;
  }
}
