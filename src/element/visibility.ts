import { onRoom } from '../data/loader.js';

/** The distance from the viewport, in CSS pixels, at which an element loads. */
const nearMargin = 4000;

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** True if the reader has asked for less traffic. Elements then load only once they are visible. */
const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

function arrive(element: Element): void {
  const callback = waiting.get(element);
  forgetNear(element);
  callback?.();
}

/**
 * Calls back once, when the element is in the viewport or near it. Calls back at once if the
 * browser cannot observe it.
 */
export function whenNear(element: Element, callback: () => void): void {
  onRoom(arriveEarly);
  try {
    const rootMargin = `${savesData() ? 0 : nearMargin}px`;
    observer ??= new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) arrive(entry.target);
      },
      { rootMargin },
    );
    waiting.set(element, callback);
    observer.observe(element);
  } catch {
    callback();
  }
}

export function forgetNear(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}

/**
 * Loads up to `count` more elements that are within twice the usual distance. A reader who scrolls
 * through a long page then causes few full requests instead of many small ones.
 */
function arriveEarly(count: number): void {
  if (savesData()) return;
  const reach = 2 * nearMargin;
  let room = count;
  for (const element of [...waiting.keys()]) {
    if (!room) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < -reach || top > innerHeight + reach) continue;
    arrive(element);
    room--;
  }
}
