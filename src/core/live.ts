import { requestLoad } from './loader.js';
import type { SharedItem } from './shared-item.js';
import { batchUrl } from './source.js';

/** Milliseconds: first and longest pause between two looks while the stream does not work. */
const shortestPause = 15_000;
const longestPause = 60_000;

/** Elements whose results are to be kept current, with what they show. */
const followed = new Map<Element, SharedItem>();
const visible = new Set<Element>();

interface Stream {
  readonly url: string;
  readonly items: readonly SharedItem[];
  source?: EventSource;
  timer?: ReturnType<typeof setTimeout>;
  failures: number;
}

/** One stream an endpoint. */
const streams = new Map<string, Stream>();
let observer: IntersectionObserver | undefined;
let scheduled = false;

/** Compares what should be streamed with what is; all changes of one task make one change here. */
function update(): void {
  if (!scheduled) setTimeout(reconcile);
  scheduled = true;
}

function reconcile(): void {
  scheduled = false;
  const wanted = wantedItems();
  for (const [endpoint, stream] of streams) {
    const items = wanted.get(endpoint) ?? [];
    if (items.length && batchUrl('events', sourcesOf(items)) === stream.url)
      wanted.delete(endpoint);
    else close(endpoint, stream);
  }
  for (const [endpoint, items] of wanted) {
    const stream = { url: batchUrl('events', sourcesOf(items)), items, failures: 0 };
    streams.set(endpoint, stream);
    open(stream);
  }
}

const sourcesOf = (items: readonly SharedItem[]) => items.map(({ source }) => source);

/** Open items that the reader can see now, by endpoint; none while the page is hidden. */
function wantedItems(): Map<string, SharedItem[]> {
  const groups = new Map<string, SharedItem[]>();
  if (document.visibilityState === 'hidden') return groups;
  for (const [element, item] of followed) {
    const { endpoint } = item.source;
    if (!visible.has(element)) continue;
    const group = groups.get(endpoint) ?? [];
    if (!group.includes(item)) groups.set(endpoint, [...group, item]);
  }
  return groups;
}

function open(stream: Stream): void {
  try {
    const withCredentials = stream.items[0]?.source.credentials === 'include';
    const source = new EventSource(stream.url, { withCredentials });
    stream.source = source;
    source.onopen = () => (stream.failures = 0);
    source.onmessage = ({ data }) => poked(stream, data);
    source.onerror = () => pauseAndRetry(stream);
  } catch {
    pauseAndRetry(stream);
  }
}

/** A poke carries no numbers: it says that there is something new, which is then read as usual. */
function poked(stream: Stream, data: unknown): void {
  try {
    const poke = JSON.parse(String(data)) as Record<string, unknown>;
    for (const item of stream.items) {
      const { kind, item: id } = item.source;
      const news = Number(poke['version']) > item.version || poke['state'] !== item.state;
      if (poke['kind'] === kind && poke['item'] === id && news) requestLoad(item);
    }
  } catch {
    // A poke that cannot be read is as good as none.
  }
}

/** Without a stream: look again after a growing, spread pause, and try the stream once more. */
function pauseAndRetry(stream: Stream): void {
  stream.source?.close();
  const pause = Math.min(longestPause, shortestPause * 2 ** stream.failures++);
  stream.timer = setTimeout(
    () => {
      stream.items.forEach(requestLoad);
      open(stream);
    },
    pause * (0.75 + Math.random() / 4),
  );
}

function close(endpoint: string, { source, timer }: Stream): void {
  source?.close();
  clearTimeout(timer);
  streams.delete(endpoint);
}

function start(): void {
  document.addEventListener('visibilitychange', update);
  // An open stream would keep the page out of the back/forward cache.
  addEventListener('pagehide', () =>
    streams.forEach((stream, endpoint) => close(endpoint, stream)),
  );
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
