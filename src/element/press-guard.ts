import type { LitElement, ReactiveController } from 'lit';

/** Ignores the repeats of a held Enter key, because engines fire a click for each of them. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

function ignore(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Ignores the second click of a double click. */
export function ignoreSecondClick(event: MouseEvent): void {
  if (event.detail > 1) ignore(event);
}

/** The last press of a pointer on a control. */
interface Press {
  readonly host: LitElement;
  /** The pressed button, or the group of the pressed star. */
  readonly control: Element;
  /** The text of the control at that time. The same element may have another text later. */
  readonly label: string | null;
  readonly place: DOMRect;
  /** The position of the pointer, in CSS pixels of the viewport. */
  readonly x: number;
  readonly y: number;
  readonly at: number;
  /** The value of `performance.now()` at the last press, answer or further press here. */
  stirred: number;
}

/**
 * The last press on the page. All widgets share it, because the control that moves to its place may
 * belong to another widget.
 */
let last: Press | undefined;

/** Distance in CSS pixels within which two presses count as one place. */
const tremor = 16;
/** Milliseconds during which the guard ignores a press in the same place on another control. */
const impatience = 2500;
/** Milliseconds after which an update of the widget is no longer a result of the press. */
const longest = 10_000;

const controlOf = (target: Element): Element | null =>
  target.closest('button') ?? target.closest('[role=radio]')?.parentElement ?? null;

/**
 * True if a control is the pressed one and still has the same text. Such a control may stay in its
 * place.
 */
const isSame = ({ control, label }: Press, other: Element) =>
  other === control && other.textContent === label;

/** True for a further press in the same place, at which the reader has not aimed. */
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

/**
 * Forgets the press once the pointer leaves its place. A button that has moved aside stays there,
 * so that it does not jump to the pointer.
 */
function leave({ x, y }: PointerEvent): void {
  const { left, right, top, bottom } = last?.place ?? new DOMRect();
  const beside = Math.max(left - x, x - right, top - y, y - bottom);
  if (beside > tremor) forget();
}

function resetPlace({ style }: HTMLElement): void {
  style.order = style.margin = '';
}

/**
 * Prevents actions that the reader did not intend. A pressed button often disappears or changes its
 * meaning, and a double click, an impatient second tap or a held key then meets the control in its
 * place. The guard therefore ignores the repeats of a held Enter key. It moves the focus of a
 * removed button to a place where no key acts. It moves other buttons away from the pressed place.
 * If a press still meets another control there, even in another widget, the guard cancels it.
 */
export class PressGuard implements ReactiveController, EventListenerObject {
  readonly #host: LitElement;
  readonly #rest: (lost: Element) => HTMLElement | null;
  #focused: Element | null | undefined;
  #lost: Element | undefined;

  /**
   * @param rest - Returns the element to focus when the focused one is gone; `null` if there is
   *   none yet.
   */
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
    // Runs after the element has moved the focus, which may scroll the page.
    queueMicrotask(() => this.#clear());
  }

  #click(event: MouseEvent): void {
    const { detail, target, x, y } = event;
    const control = controlOf(target as Element);
    // A click by a key or by assistive technology has no position.
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

  /** Moves away the buttons that overlap the pressed place. */
  #clear(): void {
    for (const button of this.#buttons)
      if (last && isInTheWay(last, button)) this.#moveAside(button, last);
  }

  /**
   * Moves a button to the beginning of the line, else past the pressed place. Prefers a position
   * that does not change the height of the widget. If neither fits, moves the button below the
   * pressed place.
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
