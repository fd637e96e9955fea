import type { Model } from './star-rating-template.js';
import { imageName, starName } from './star-rating-words.js';

function set(element: Element, name: string, value: string | number | false): void {
  if (value === false) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** A star with copies of the page's symbols, since a slot can be drawn only once. */
function makeStar(symbols: readonly Element[]): HTMLElement {
  const star = document.createElement('span');
  star.className = 'star';
  for (const symbol of symbols) {
    const layer = document.createElement('span');
    layer.className = 'symbol';
    layer.append(symbol.cloneNode(true));
    star.append(layer);
  }
  return star;
}

/** One choice: a star, or half of one where steps are halves. */
function drawStar(star: HTMLElement, value: number, model: Model): void {
  const { active, checked, filled, form, step, input, phase } = model;
  const own = value === checked;
  set(star, 'part', own && !form ? 'star own' : 'star');
  set(star, 'role', active && 'radio');
  // Exactly one star has a place in the tab order: the focused, else the checked, else the first.
  set(star, 'tabindex', active && (value === (input.focused || checked || step) ? 0 : -1));
  set(star, 'aria-checked', active && String(own));
  set(star, 'aria-disabled', active && phase === 'sending' && 'true');
  set(star, 'aria-label', active && starName(value, model));
  const fill = Math.min(Math.max(filled - Math.ceil(value) + 1, 0), 1);
  // An empty star is what the style sheet draws unasked.
  if (fill || star.style.length) star.style.setProperty('--_fill', String(fill));
}

/**
 * Draws the stars: a radio group, or one image where there is no input. Without a template, since
 * pages show ratings by the hundred and stars are their greater part.
 */
export function drawStars(stage: Element, model: Model): void {
  const { active, max, step, snapshot, symbols } = model;
  const made = stage.childElementCount === max / step;
  const stars = made
    ? ([...stage.children] as HTMLElement[])
    : Array.from({ length: max / step }, () => makeStar(symbols));
  for (const [index, star] of stars.entries()) drawStar(star, (index + 1) * step, model);
  if (!made) stage.replaceChildren(...stars);
  set(stage, 'class', `${symbols.length ? '' : 'drawn'} ${step < 1 ? 'half' : ''}`);
  set(stage, 'role', active ? 'radiogroup' : 'img');
  set(stage, 'aria-labelledby', active && 'prompt');
  set(stage, 'aria-describedby', active && snapshot !== undefined && 'summary');
  set(stage, 'aria-label', !active && imageName(model));
}
