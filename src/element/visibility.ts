import { onRoom } from '../data/loader.js';

/** How far from the screen an element may be and still be loaded, in CSS pixels. */
const nearMargin = 4000;

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** The reader asks for less traffic: then nothing loads before it can be seen. */
const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

function arrive(element: Element): void {
  const callback = waiting.get(element);
  forgetNear(element);
  callback?.();
}

/** Calls back once when the element is on the screen or near it; at once where that cannot be told. */
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
 * Lets up to `count` more elements arrive that are a little farther away, so that a reader who
 * scrolls through a long page causes few full requests instead of many small ones.
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
