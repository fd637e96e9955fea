import { requestLoad } from './loader.js';
import { concerns, deliverStranded, strandedIntents } from './outbox.js';
import { type ItemListener, SharedItem } from './shared-item.js';
import { type Source, sourceKey } from './source.js';
import { onRemoved } from './storage.js';
import type { Contract, Versioned } from './view.js';

/** All items that elements of this page show. */
const items = new Map<string, SharedItem>();

/** Milliseconds after which a page that comes back into view asks again. */
const staleAfter = 15_000;

let started = false;
let lastRefresh = 0;

function refreshAll(): void {
  lastRefresh = performance.now();
  for (const item of items.values()) requestLoad(item);
}

/** Sends what an earlier page, another tab or a time without network has left behind. */
function sendKept(): void {
  const sources = [...items.values()].map(({ source }) => source);
  for (const endpoint of new Set(sources.map((source) => source.endpoint))) {
    const present = sources.filter((source) => source.endpoint === endpoint);
    for (const intent of strandedIntents(endpoint, present)) void deliverStranded(intent);
  }
  for (const item of items.values()) item.resume();
}

/** Page-wide listeners, added with the first item; none of them keeps a page out of the back/forward cache. */
function start(): void {
  started = true;
  addEventListener('online', () => {
    sendKept();
    refreshAll();
  });
  addEventListener('pageshow', ({ persisted }) => persisted && refreshAll());
  document.addEventListener('visibilitychange', () => {
    const stale = performance.now() - lastRefresh > staleAfter;
    if (document.visibilityState !== 'visible' || !stale) return;
    sendKept();
    refreshAll();
  });
  // Another tab forgets a kept vote when the server has answered it.
  onRemoved((name) => {
    for (const item of items.values()) if (concerns(name, item.source)) requestLoad(item);
  });
  // After the first items have been asked for: their own kept votes go out when they are loaded.
  setTimeout(sendKept);
}

/** The shared state of a source, with the listener joined. */
export function joinItem<S extends Versioned, V>(
  source: Source,
  contract: Contract<S, V>,
  listener: ItemListener<V>,
): SharedItem<S, V> {
  const key = sourceKey(source);
  const found = items.get(key) as SharedItem<S, V> | undefined;
  const item = found ?? new SharedItem(source, contract);
  // The map holds items of all kinds; the key names the kind, so each comes back as what it was.
  if (!found) items.set(key, item as unknown as SharedItem);
  item.listeners.add(listener);
  if (!started) start();
  return item;
}

/** Takes the listener off. An item that nobody shows any more is forgotten, unless it moves only. */
export function leaveItem<S extends Versioned, V>(
  item: SharedItem<S, V>,
  listener: ItemListener<V>,
): void {
  item.listeners.delete(listener);
  const key = sourceKey(item.source);
  setTimeout(() => {
    if (!item.listeners.size && !item.busy) items.delete(key);
  });
}

/** Other language versions of the same ballot box, which a vote has changed too. */
export function refreshTwins<S extends Versioned, V>(item: SharedItem<S, V>): void {
  const { kind, endpoint, item: id } = item.source;
  for (const twin of items.values()) {
    const { source } = twin;
    const same = source.kind === kind && source.endpoint === endpoint && source.item === id;
    if (same && sourceKey(source) !== sourceKey(item.source)) requestLoad(twin);
  }
}
