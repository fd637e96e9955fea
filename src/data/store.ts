import { loadWanted, requestLoad } from './loader.js';
import { entryName, keptIntent, onCounted, sendStranded } from './outbox.js';
import { onRegister } from './registry.js';
import type { ItemSubscriber } from './item-subscriber.js';
import { SharedItem } from './shared-item.js';
import type { Source } from './adapter.js';
import { sourceKey } from './source.js';
import { onRemoved } from './storage.js';
import type { Contract, Versioned } from './view.js';

/** The items that elements of this page show, by source key. */
const items = new Map<string, SharedItem>();

/** Age in milliseconds at which a page that becomes visible again loads its items. */
const staleAfter = 15_000;

let started = false;
let lastRefresh = 0;

/** Removes the items that no element shows any more, except those whose vote is being sent. */
function sweep(): void {
  for (const [key, item] of items) if (!item.listeners.size && !item.busy) items.delete(key);
}

/**
 * Sends the votes that an earlier page, another tab or an interrupted connection has left in the
 * outbox.
 */
function sendKept(): void {
  const all = [...items.values()];
  sendStranded(all.map(({ source }) => source));
  for (const item of all) {
    if (item.snapshot) item.resume();
    // Loads the item even far from the viewport, because its vote goes out after the first load.
    else if (keptIntent(item.source)) requestLoad(item);
  }
}

/**
 * Reloads all items that share one outbox entry.
 * @param name - Name of the entry.
 * @param answered - Source of the item that already has the answer; it is not reloaded.
 */
function doubtAll(name: string, answered?: Source): void {
  for (const item of items.values())
    if (entryName(item.source) === name && item.source !== answered) item.doubt();
}

/** Brings the page up to date after a time in which it may have missed changes. */
function catchUp(): void {
  lastRefresh = performance.now();
  sweep();
  sendKept();
  for (const item of items.values()) item.refresh();
}

/**
 * Adds the listeners of the page, when the first item appears. None of them blocks the back/forward
 * cache.
 */
function start(): void {
  started = true;
  addEventListener('online', catchUp);
  onRegister(loadWanted);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // A page in the back/forward cache receives no storage events from other tabs.
    for (const item of items.values()) item.doubt();
    catchUp();
  });
  document.addEventListener('visibilitychange', () => {
    const stale = performance.now() - lastRefresh > staleAfter;
    if (document.visibilityState === 'visible' && stale) catchUp();
  });
  // The same item may be on the page in another language, or an element may have joined while the
  // vote was being sent.
  onCounted((source) => doubtAll(entryName(source), source));
  // Another tab removes a stored vote when the server has answered it.
  onRemoved((name) => {
    doubtAll(name);
    // Loads at once, because some engines delay the timers of a hidden tab by a second.
    loadWanted();
  });
  // Runs after the first items have requested their load. Their own stored votes go out when they
  // are loaded.
  setTimeout(sendKept);
}

/**
 * Subscribes a listener to the shared item of a source, and creates the item if it is the first
 * one.
 */
export function joinItem<S extends Versioned, V>(
  source: Source,
  contract: Contract<S, V>,
  listener: ItemSubscriber,
): SharedItem<S, V> {
  const key = sourceKey(source);
  const found = items.get(key) as SharedItem<S, V> | undefined;
  const item = found ?? new SharedItem(source, contract);
  // The map holds items of all kinds. The key contains the kind, so an item comes back with its own
  // types.
  if (!found) items.set(key, item as unknown as SharedItem);
  item.listeners.add(listener);
  if (!started) start();
  return item;
}

/**
 * Unsubscribes a listener. A timer then removes the item if it has no subscriber left, so an
 * element that only moves in the page keeps its item.
 */
export function leaveItem<S extends Versioned, V>(
  item: SharedItem<S, V>,
  listener: ItemSubscriber,
): void {
  item.listeners.delete(listener);
  setTimeout(sweep);
}
