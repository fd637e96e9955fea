import { html } from 'lit';
import { makeElement } from './star-rating-schema.js';
import type { Model } from './star-rating-model.js';
import { imageName } from './star-rating-words.js';

/** A row before anything is drawn. */
const blank = { filled: 0, checked: 0, stop: 0, busy: false };

/** How much of a star is filled, 0 to 1. */
const share = (filled: number, star: number) => Math.min(Math.max(filled - star, 0), 1);

/**
 * The stars of one rating: a radio group, or one image where there is no input. Without a template,
 * and touching only what changes, since pages show ratings by the hundred and stars are their greater
 * part.
 */
export class Stars {
  /** What was drawn last; there from the first drawing on, before any event. */
  declare model: Model;
  declare root: HTMLElement;
  /** One choice each: a star, or half of one where steps are halves. */
  list: HTMLElement[] = [];
  #like: Element | undefined;
  #drawn = blank;

  /** The star that the Tab key reaches. */
  get tabStop(): HTMLElement | undefined {
    return this.list.find(({ tabIndex }) => !tabIndex);
  }

  /** Draws anew next time: the page has put other symbols into the slots. */
  forget(): void {
    this.#like = undefined;
  }

  /**
   * Where the focus goes from an element that is gone: from a star to the star that took its place, from
   * a button to the group, where Enter and Space do nothing.
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
    // Exactly one star has a place in the tab order: the focused, else the checked, else the first.
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

  /** With copies of the page's symbols, since a slot can be drawn only once. */
  #make({ host, like }: Model): void {
    const root = like.cloneNode(true) as HTMLElement;
    this.list = [...root.querySelectorAll<HTMLElement>('.star')];
    const symbols = [...host.querySelectorAll(':scope > [slot^=symbol-]')];
    // Empty before full, in whatever order the page has them.
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
