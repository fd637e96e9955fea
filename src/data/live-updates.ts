import { type Loadable, requestLoad } from './loader.js';
import { grouped } from './grouped.js';
import { batchUrl } from './source.js';

/**
 * The first and the longest pause between two reads while a stream does not work, in milliseconds.
 */
const shortestPause = 15_000;
const longestPause = 60_000;

/** Ends a stream and its timer. */
type End = () => void;

/** Open streams. The key consists of the back end and the stream's URL. */
const streams = new Map<string, End>();
/** The items of each stream, by the same keys. */
let streamed = new Map<string, Loadable[]>();
/** All items with live updates, including those that have no stream at the moment. */
let followed: ReadonlyMap<unknown, Loadable> = new Map();

/** Identifies a back end. Each adapter of an endpoint counts as a back end of its own. */
const backEndOf = ({ source: { endpoint, adapter, adapterNumber } }: Loadable) =>
  [endpoint, adapter, adapterNumber].join(' ');

const streamUrl = (items: readonly Loadable[]) =>
  batchUrl(
    'events',
    items.map(({ source }) => source),
  );

function end(key: string): void {
  streams.get(key)?.();
  streams.delete(key);
}

export function endStreams(): void {
  for (const key of streams.keys()) end(key);
}

/**
 * Opens and ends streams so that exactly the seen items have one.
 * @param seen - Items that the reader can see.
 * @param all - All items with live updates, by element. The map may change later. An event about
 *   one of them counts even before the reader sees it.
 */
export function streamChanges(seen: Iterable<Loadable>, all: ReadonlyMap<unknown, Loadable>): void {
  followed = all;
  streamed = new Map(
    grouped(new Set(seen), backEndOf).map((items) => [
      backEndOf(items[0] as Loadable) + streamUrl(items),
      items,
    ]),
  );
  for (const key of streams.keys()) if (!streamed.has(key)) end(key);
  for (const [key, items] of streamed) if (!streams.has(key)) streams.set(key, open(key, items));
}

/** Returns the current items of a stream. They may have changed language since the stream opened. */
const itemsOf = (key: string) => streamed.get(key) ?? [];

/**
 * Handles an event of a stream. The event carries no counts, so this requests a load of each item
 * whose version or state has changed.
 */
function hear(at: string, data: string): void {
  try {
    const event = JSON.parse(data) as Record<string, unknown>;
    for (const item of followed.values()) {
      const { kind, item: id, endpoint } = item.source;
      const news =
        Number(event['version']) > item.version || event['state'] !== item.snapshot?.state;
      if (endpoint === at && event['kind'] === kind && event['item'] === id && news)
        requestLoad(item);
    }
  } catch {
    // Ignores an event that is not valid JSON.
  }
}

/**
 * Opens a stream for items of one back end. If the stream fails, or the back end has none, it loads
 * the items after a random pause that doubles each time, and then tries to connect again.
 */
function open(key: string, items: readonly Loadable[]): End {
  const { endpoint, adapter, credentials } = (items[0] as Loadable).source;
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
      itemsOf(key).forEach(requestLoad);
      connect();
    });
  };
  // The server sends no event when results change that only voters may see, so this loads such
  // items at intervals.
  const watch = () =>
    later(longestPause, () => {
      for (const item of itemsOf(key)) if (item.ahead) requestLoad(item);
      watch();
    });
  const connect = () => {
    // Neither a source with only `src` nor an adapter offers a stream.
    if (!endpoint || adapter) return look();
    source = new EventSource(streamUrl(items), { withCredentials: credentials === 'include' });
    source.onopen = () => {
      failures = 0;
      watch();
    };
    source.onmessage = ({ data }) => hear(endpoint, String(data));
    source.onerror = look;
  };
  connect();
  return stop;
}
