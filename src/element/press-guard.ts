import type { LitElement, ReactiveController } from 'lit';

/** A key that is held presses once: engines click again with each repeat of Enter. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

function ignore(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** A double click is one press. */
export function ignoreSecondClick(event: MouseEvent): void {
  if (event.detail > 1) ignore(event);
}

/** A press by a pointer. */
interface Press {
  readonly host: LitElement;
  /** What was pressed: a button, or the group of a star. */
  readonly control: Element;
  /** What it said: the same element may say something else afterwards. */
  readonly label: string | null;
  readonly place: DOMRect;
  /** Where exactly, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly at: number;
  /** When something last happened here: the press itself, an answer, a further press. */
  stirred: number;
}

/** The last press on the page: what comes to stand in its place may belong to another widget. */
let last: Press | undefined;

/** CSS pixels that a hand trembles. */
const tremor = 16;
/** Milliseconds for which a press in the same place, on another control, is not meant. */
const impatience = 2500;
/** Milliseconds after which what happens in a widget has nothing to do with the press any more. */
const longest = 10_000;

const controlOf = (target: Element): Element | null =>
  target.closest('button') ?? target.closest('[role=radio]')?.parentElement ?? null;

/** The pressed control may stay where it is, as long as it says the same. */
const isSame = ({ control, label }: Press, other: Element) =>
  other === control && other.textContent === label;

/** True for a press of the same hand in the same place, which the reader has not aimed. */
function isFurther(press: Press, control: Element, { x, y }: MouseEvent): boolean {
  const near = Math.hypot(x - press.x, y - press.y) < tremor;
  return near && !isSame(press, control) && performance.now() - press.stirred < impatience;
}

function isInTheWay(press: Press, button: Element): boolean {
  const { left, right, top, bottom } = press.place;
  const own = button.getBoundingClientRect();
  const over = left < own.right && own.left < right && top < own.bottom && own.top < bottom;
  return over && !isSame(press, button);
}

function forget(): void {
  last = undefined;
  document.removeEventListener('pointermove', leave);
}

/** A pointer that goes elsewhere aims anew. What stands aside stays: nothing jumps at the pointer. */
function leave({ x, y }: PointerEvent): void {
  const { left, right, top, bottom } = last?.place ?? new DOMRect();
  const beside = Math.max(left - x, x - right, top - y, y - bottom);
  if (beside > tremor) forget();
}

function resetPlace({ style }: HTMLElement): void {
  style.order = style.margin = '';
}

/**
 * Keeps a second press from doing what the reader did not ask for. A pressed button often goes or turns
 * into another; an impatient finger, a double click or a held key then meets what took its place.
 * So a held Enter presses once, the focus of a button that goes moves to where no key acts, no other
 * button comes to stand where the pointer pressed, and a press that meets one there all the same, or
 * another widget, does nothing.
 */
export class PressGuard implements ReactiveController, EventListenerObject {
  readonly #host: LitElement;
  readonly #rest: (lost: Element) => HTMLElement | null;
  #focused: Element | null | undefined;
  #lost: Element | undefined;

  /** @param rest - Where the focus goes from an element that is gone; `null` while there is no place. */
  constructor(host: LitElement, rest: (lost: Element) => HTMLElement | null) {
    this.#host = host;
    this.#rest = rest;
    host.addController(this);
  }

  hostConnected(): void {
    const { renderRoot } = this.#host;
    for (const type of ['keydown', 'click']) renderRoot.addEventListener(type, this, true);
  }

  hostDisconnected(): void {
    if (last?.host === this.#host) forget();
  }

  handleEvent(event: Event): void {
    if (event.type === 'keydown') ignoreHeldEnter(event as KeyboardEvent);
    else this.#click(event as MouseEvent);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? this.#lost;
  }

  hostUpdated(): void {
    this.#keepFocus();
    if (last?.host !== this.#host) return;
    const now = performance.now();
    if (now - last.at < longest) last.stirred = now;
    // After the element has moved the focus, which may scroll the page.
    queueMicrotask(() => this.#clear());
  }

  #click(event: MouseEvent): void {
    const { detail, target, x, y } = event;
    const control = controlOf(target as Element);
    // Keys and assistive technology press without a place.
    if (!control || !detail) return;
    const now = performance.now();
    if (last && isFurther(last, control, event)) {
      last.stirred = now;
      return ignore(event);
    }
    const place = ((target as Element).closest('[role=radio]') ?? control).getBoundingClientRect();
    const label = control.textContent;
    last = { host: this.#host, control, label, place, x, y, at: now, stirred: now };
    document.addEventListener('pointermove', leave);
  }

  #keepFocus(): void {
    const lost = this.#focused;
    const { activeElement, body } = this.#host.ownerDocument;
    this.#lost = undefined;
    if (!lost || lost.isConnected || activeElement !== body) return;
    const rest = this.#rest(lost);
    if (rest) rest.focus();
    else this.#lost = lost;
  }

  get #buttons() {
    return this.#host.renderRoot.querySelectorAll('button');
  }

  /** Moves aside what would stand where the pointer pressed. */
  #clear(): void {
    for (const button of this.#buttons)
      if (last && isInTheWay(last, button)) this.#moveAside(button, last);
  }

  /**
   * To the beginning of the line, else beyond the place, best so that nothing below moves; where there
   * is no room, below the place.
   */
  #moveAside(button: HTMLElement, press: Press): void {
    const host = this.#host;
    const { place } = press;
    resetPlace(button);
    const { left, right, top, width } = button.getBoundingClientRect();
    const rightToLeft = getComputedStyle(host).direction === 'rtl';
    const way = rightToLeft ? right - place.left : place.right - left;
    const height = host.offsetHeight;
    const clears = (order: string, marginInlineStart: string) => {
      Object.assign(button.style, { order, marginInlineStart });
      const fits = button.getBoundingClientRect().width >= width;
      return fits && ![...this.#buttons].some((one) => isInTheWay(press, one));
    };
    const begins = () => clears('-1', '');
    const follows = () => clears('', `${Math.ceil(way) + 8}px`);
    const isStill = (move: () => boolean) => move() && host.offsetHeight === height;
    if ([begins, follows].some(isStill) || begins() || follows()) return;
    resetPlace(button);
    button.style.marginBlockStart = `${Math.ceil(place.bottom - top) + 8}px`;
  }
}
