import { requestLoad } from './loader.js';
import type { SharedItem } from './shared-item.js';
import { batchUrl } from './source.js';

/** Milliseconds: first and longest pause between two looks while the stream does not work. */
const shortestPause = 15_000;
const longestPause = 60_000;

/** Elements whose results are to be kept current, with what they show. */
const followed = new Map<Element, SharedItem>();
const visible = new Set<Element>();

/** Ends a stream, its timer included. */
type End = () => void;

let streams: End[] = [];
let streamed = '';
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Compares what should be streamed with what is; all changes of one task make one change here. */
function update(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const groups = wantedItems();
    const urls = groups.map((items) =>
      batchUrl(
        'events',
        items.map(({ source }) => source),
      ),
    );
    if (urls.join() === streamed) return;
    endAll();
    streamed = urls.join();
    streams = groups.map((items, index) => open(urls[index] ?? '', items));
  });
}

function endAll(): void {
  for (const end of streams) end();
  streams = [];
  streamed = '';
}

/** Items that the reader can see now, one list an endpoint; none while the page is hidden. */
function wantedItems(): SharedItem[][] {
  const groups = new Map<string, Set<SharedItem>>();
  for (const [element, item] of followed) {
    if (document.hidden || !visible.has(element)) continue;
    const { endpoint } = item.source;
    groups.set(endpoint, (groups.get(endpoint) ?? new Set()).add(item));
  }
  return [...groups.values()].map((items) => [...items]);
}

/** A poke carries no numbers: it says that there is something new, which is then read as usual. */
function poked(items: readonly SharedItem[], data: string): void {
  try {
    const poke = JSON.parse(data) as Record<string, unknown>;
    for (const item of items) {
      const { kind, item: id } = item.source;
      const news = Number(poke['version']) > item.version || poke['state'] !== item.state;
      if (poke['kind'] === kind && poke['item'] === id && news) requestLoad(item);
    }
  } catch {
    // A poke that cannot be read is as good as none.
  }
}

/** Opens a stream. While it fails: looks after a growing, spread pause, and tries once more. */
function open(url: string, items: readonly SharedItem[]): End {
  let source: EventSource;
  let retry: ReturnType<typeof setTimeout>;
  let failures = 0;
  const end = () => {
    source.close();
    clearTimeout(retry);
  };
  const connect = () => {
    source = new EventSource(url, {
      withCredentials: items[0]?.source.credentials === 'include',
    });
    source.onopen = () => (failures = 0);
    source.onmessage = ({ data }) => poked(items, String(data));
    source.onerror = () => {
      end();
      const pause = Math.min(longestPause, shortestPause * 2 ** failures++);
      retry = setTimeout(
        () => {
          items.forEach(requestLoad);
          connect();
        },
        pause * (0.75 + Math.random() / 4),
      );
    };
  };
  connect();
  return end;
}

function start(): void {
  document.addEventListener('visibilitychange', update);
  // An open stream would keep the page out of the back/forward cache.
  addEventListener('pagehide', endAll);
  addEventListener('pageshow', update);
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) visible.add(target);
      else visible.delete(target);
    }
    update();
  });
}

/** Keeps what the element shows current while it can be seen and voting is open. */
export function follow(element: Element, item: SharedItem): void {
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
