import type { LitElement, ReactiveController } from 'lit';

/** A key that is held presses once: engines click again with each repeat of Enter. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

interface Press {
  readonly button: Element;
  /** What the button said: the same element may say something else afterwards. */
  readonly label: string | null;
  readonly place: DOMRect;
}

const overlap = (one: DOMRect, other: DOMRect) =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** The button that was pressed may stay where it is, as long as it says the same. */
function isInTheWay(other: Element, { button, label, place }: Press): boolean {
  const same = other === button && other.textContent === label;
  return !same && overlap(other.getBoundingClientRect(), place);
}

function resetPlace({ style }: HTMLElement): void {
  style.order = style.marginInlineStart = '';
}

/**
 * Keeps a second press from doing what the reader did not ask for. A pressed button often goes or turns
 * into another; an impatient finger, a double click or a held key then meets what took its place.
 * So a held Enter presses once, the focus of a button that goes moves to where no key acts, and no other
 * button comes to stand where the pointer pressed, for as long as the pointer may still be there.
 */
export class PressGuard implements ReactiveController, EventListenerObject {
  readonly #host: LitElement;
  readonly #rest: (lost: Element) => HTMLElement | null;
  #focused: Element | null | undefined;
  #lost: Element | undefined;
  #pressed: Press | undefined;

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
    this.#forget();
  }

  handleEvent(event: Event): void {
    if (event.type === 'keydown') ignoreHeldEnter(event as KeyboardEvent);
    else if (event.type === 'click') this.#click(event as MouseEvent);
    else this.#move(event as PointerEvent);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement ?? this.#lost;
  }

  hostUpdated(): void {
    this.#keepFocus();
    // After the element has moved the focus, which may scroll the page.
    if (this.#pressed) queueMicrotask(() => this.#clear());
  }

  #click({ detail, target }: MouseEvent): void {
    const button = (target as Element).closest('button, [role=radio]');
    // A further press of an impatient reader, which has met nothing.
    if (!button) return;
    this.#forget();
    this.#buttons.forEach(resetPlace);
    // Keys and assistive technology press without a place.
    if (!detail) return;
    const place = button.getBoundingClientRect();
    this.#pressed = { button, label: button.textContent, place };
    document.addEventListener('pointermove', this);
  }

  /** A pointer that goes elsewhere aims anew; what stands aside stays, so that nothing jumps at it. */
  #move({ x, y }: PointerEvent): void {
    const place = this.#pressed?.place;
    if (place && !overlap(new DOMRect(x, y, 1, 1), place)) this.#forget();
  }

  #forget(): void {
    this.#pressed = undefined;
    document.removeEventListener('pointermove', this);
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
    const pressed = this.#pressed;
    if (!pressed) return;
    const buttons = [...this.#buttons];
    buttons.forEach(resetPlace);
    for (const button of buttons) if (isInTheWay(button, pressed)) this.#moveAside(button, pressed);
  }

  /** To the beginning of the line, else beyond the place; best so that nothing below moves. */
  #moveAside(button: HTMLElement, pressed: Press): void {
    const host = this.#host;
    const { place } = pressed;
    const { left, right } = button.getBoundingClientRect();
    const rightToLeft = getComputedStyle(host).direction === 'rtl';
    const way = rightToLeft ? right - place.left : place.right - left;
    const height = host.offsetHeight;
    const clears = (order: string, marginInlineStart: string) => {
      Object.assign(button.style, { order, marginInlineStart });
      return ![...this.#buttons].some((one) => isInTheWay(one, pressed));
    };
    const begins = () => clears('-1', '');
    const follows = () => clears('', `${Math.ceil(way) + 8}px`);
    const isStill = (move: () => boolean) => move() && host.offsetHeight === height;
    if (![begins, follows].some(isStill) && !begins()) follows();
  }
}
