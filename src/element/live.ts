import { endStreams, streamChanges } from '../data/live-updates.js';
import type { Loadable } from '../data/loader.js';

/** Milliseconds without a change of what can be seen before a stream is opened or ended. */
const settling = 200;

/** Elements whose results are kept current, with the items that they show. */
const followed = new Map<Element, Loadable>();
const visible = new Set<Element>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Streams what the reader can see, once the scrolling has stopped; nothing while the page is hidden. */
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
  // An open stream would keep the page out of the back/forward cache.
  addEventListener('pagehide', endStreams);
  addEventListener('pageshow', update);
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      visible[isIntersecting ? 'add' : 'delete'](target);
    }
    update();
  });
}

/** Keeps what the element shows current while it can be seen and voting is open. */
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
