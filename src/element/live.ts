import { grouped } from '../data/grouped.js';
import { requestLoad } from '../data/loader.js';
import type { SharedItem } from '../data/shared-item.js';
import { batchUrl } from '../data/source.js';

/** Milliseconds: first and longest pause between two looks while the stream does not work. */
const shortestPause = 15_000;
const longestPause = 60_000;

/** Milliseconds without a change of what can be seen before a stream is opened or ended. */
const settling = 200;

/** Elements whose results are to be kept current, with what they show. */
const followed = new Map<Element, SharedItem>();
const visible = new Set<Element>();

/** Ends a stream, its timer included. */
type End = () => void;

/** Streams by address. */
const streams = new Map<string, End>();
/** What is to be streamed, by the same addresses. */
let wanted = new Map<string, SharedItem[]>();
let observer: IntersectionObserver | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Compares what should be streamed with what is, once the reader has stopped scrolling past it. */
function update(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    wanted = new Map(wantedItems().map((items) => [streamUrl(items), items]));
    for (const url of streams.keys()) if (!wanted.has(url)) end(url);
    for (const [url, [item]] of wanted)
      if (item && !streams.has(url)) streams.set(url, open(url, item));
  }, settling);
}

function end(url: string): void {
  streams.get(url)?.();
  streams.delete(url);
}

function endAll(): void {
  for (const url of streams.keys()) end(url);
}

const streamUrl = (items: readonly SharedItem[]) =>
  batchUrl(
    'events',
    items.map(({ source }) => source),
  );

/** Items that the reader can see now, one list an endpoint; none while the page is hidden. */
function wantedItems(): SharedItem[][] {
  const seen = [...followed].filter(([element]) => !document.hidden && visible.has(element));
  return grouped(
    new Set(seen.map(([, item]) => item)),
    ({ source }) => `${source.endpoint} ${source.adapter}`,
  );
}

/** Items of a stream; another language of one of them may have come since it was opened. */
const streamed = (url: string) => wanted.get(url) ?? [];

/** A poke carries no numbers: it says that there is something new, which is then read as usual. */
function poked(at: string, data: string): void {
  try {
    const poke = JSON.parse(data) as Record<string, unknown>;
    for (const item of followed.values()) {
      const { kind, item: id, endpoint } = item.source;
      const news = Number(poke['version']) > item.version || poke['state'] !== item.snapshot?.state;
      if (endpoint === at && poke['kind'] === kind && poke['item'] === id && news)
        requestLoad(item);
    }
  } catch {
    // A poke that cannot be read is as good as none.
  }
}

/** Opens a stream. While it fails, and where there is none: looks after a growing, spread pause, and tries once more. */
function open(url: string, { source: { endpoint, adapter, credentials } }: SharedItem): End {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout>;
  let failures = 0;
  const stop = () => {
    source?.close();
    clearTimeout(retry);
  };
  const later = (pause: number, act: () => void) => {
    retry = setTimeout(act, Math.min(longestPause / 2, pause) * (1 + Math.random()));
  };
  const look = () => {
    stop();
    later(shortestPause * 2 ** failures++, () => {
      streamed(url).forEach(requestLoad);
      connect();
    });
  };
  // What only voters may see changes without a poke.
  const watch = () =>
    later(longestPause, () => {
      for (const item of streamed(url)) if (item.ahead) requestLoad(item);
      watch();
    });
  const connect = () => {
    // A file that is read by its own address has no stream, and an adapter knows of none.
    if (!endpoint || adapter) return look();
    source = new EventSource(url, { withCredentials: credentials === 'include' });
    source.onopen = () => {
      failures = 0;
      watch();
    };
    source.onmessage = ({ data }) => poked(endpoint, String(data));
    source.onerror = look;
  };
  connect();
  return stop;
}

function start(): void {
  document.addEventListener('visibilitychange', update);
  // An open stream would keep the page out of the back/forward cache.
  addEventListener('pagehide', endAll);
  addEventListener('pageshow', update);
  observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      visible[isIntersecting ? 'add' : 'delete'](target);
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
