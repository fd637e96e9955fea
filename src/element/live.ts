import { endStreams, streamChanges } from '../data/live-updates.js';
import type { Loadable } from '../data/loader.js';

/** Milliseconds to wait after the last change of the visible elements, before streams open or end. */
const settling = 200;

/** The elements with live updates and the items that they show. */
const followed = new Map<Element, Loadable>();
const visible = new Set<Element>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Streams the items of visible elements once scrolling has stopped. Streams nothing while the page
 * is hidden.
 */
function update(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const seen = [...followed].filter(([element]) => !document.hidden && visible.has(element));
    streamChanges(
      seen.map(([, item]) => item),
      followed,
    );
  }, settling);
}

function start(): void {
  document.addEventListener('visibilitychange', update);
  // An open stream would block the back/forward cache.
  addEventListener('pagehide', endStreams);
  addEventListener('pageshow', update);
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      visible[isIntersecting ? 'add' : 'delete'](target);
    }
    update();
  });
}

/** Starts live updates of an item. They run while the element is visible. */
export function follow(element: Element, item: Loadable): void {
  if (followed.get(element) === item) return;
  if (!observer) start();
  followed.set(element, item);
  observer?.observe(element);
  update();
}

export function unfollow(element: Element): void {
  if (!followed.delete(element)) return;
  visible.delete(element);
  observer?.unobserve(element);
  update();
}
