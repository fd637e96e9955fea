import { type Loadable, requestLoad } from './loader.js';
import { grouped } from './grouped.js';
import { batchUrl } from './source.js';

/** Milliseconds: first and longest pause between two looks while the stream does not work. */
const shortestPause = 15_000;
const longestPause = 60_000;

/** Ends a stream, its timer included. */
type End = () => void;

/** Streams by key: the back end and the address. */
const streams = new Map<string, End>();
/** Items whose changes are streamed, by the same keys. */
let streamed = new Map<string, Loadable[]>();
/** All items that are kept current, also those that are not streamed just now. */
let followed: ReadonlyMap<unknown, Loadable> = new Map();

/** Adapters of one endpoint have a stream, or what stands for it, of their own. */
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
 * @param all - Items that are kept current, in a map that may change later: an event about one counts even
 *   before it is seen.
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

/** Items of a stream; another language of one of them may have come since it was opened. */
const itemsOf = (key: string) => streamed.get(key) ?? [];

/** An event carries no numbers: it says that there is something new, which is then read as usual. */
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
    // An event that cannot be read is as good as none.
  }
}

/** Opens a stream. While it fails, and where there is none: looks after a growing, spread pause, and tries once more. */
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
  // Results that only voters may see change without an event.
  const watch = () =>
    later(longestPause, () => {
      for (const item of itemsOf(key)) if (item.ahead) requestLoad(item);
      watch();
    });
  const connect = () => {
    // A file that is read by its own address has no stream, and an adapter knows of none.
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
