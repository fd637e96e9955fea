/** How far away from the screen an element may be and still be loaded, in CSS pixels. */
const nearMargin = 4000;

const callbacks = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** The reader asks for less traffic: then nothing loads before it can be seen. */
const savesData = () =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

function seen(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    callbacks.get(target)?.();
    forgetNear(target);
  }
}

/** Calls back once when the element is on the screen or not far from it; at once where that cannot be told. */
export function whenNear(element: Element, callback: () => void): void {
  try {
    const rootMargin = `${savesData() ? 0 : nearMargin}px`;
    observer ??= new IntersectionObserver(seen, { rootMargin });
    callbacks.set(element, callback);
    observer.observe(element);
  } catch {
    callback();
  }
}

export function forgetNear(element: Element): void {
  callbacks.delete(element);
  observer?.unobserve(element);
}
