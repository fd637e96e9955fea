import { loadWanted, requestLoad } from './loader.js';
import { entryName, keptIntent, onCounted, sendStranded } from './outbox.js';
import { onRegister } from './registry.js';
import type { ItemListener } from './item-listener.js';
import { SharedItem } from './shared-item.js';
import { type Source, sourceKey } from './source.js';
import { onRemoved } from './storage.js';
import type { Contract, Versioned } from './view.js';

/** All items that elements of this page show. */
const items = new Map<string, SharedItem>();

/** Milliseconds after which a page that comes back into view asks again. */
const staleAfter = 15_000;

let started = false;
let lastRefresh = 0;

/** Forgets the items that nobody shows any more; a vote on its way is waited for. */
function sweep(): void {
  for (const [key, item] of items) if (!item.listeners.size && !item.busy) items.delete(key);
}

/** Sends what an earlier page, another tab or a time without network has left behind. */
function sendKept(): void {
  const all = [...items.values()];
  sendStranded(all.map(({ source }) => source));
  for (const item of all) {
    if (item.snapshot) item.resume();
    // However far from the screen: the vote goes out when the item is there.
    else if (keptIntent(item.source)) requestLoad(item);
  }
}

/** Looks at all items of one ballot box again, except the one whose own answer has come. */
function doubtAll(name: string, answered?: Source): void {
  for (const item of items.values())
    if (entryName(item.source) === name && item.source !== answered) item.doubt();
}

/** After a time in which this page may have missed something. */
function catchUp(): void {
  lastRefresh = performance.now();
  sweep();
  sendKept();
  for (const item of items.values()) item.refresh();
}

/** Page-wide listeners, added with the first item; none of them keeps a page out of the back/forward cache. */
function start(): void {
  started = true;
  addEventListener('online', catchUp);
  onRegister(loadWanted);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    // No news of other tabs came in meanwhile.
    for (const item of items.values()) item.doubt();
    catchUp();
  });
  document.addEventListener('visibilitychange', () => {
    const stale = performance.now() - lastRefresh > staleAfter;
    if (document.visibilityState === 'visible' && stale) catchUp();
  });
  // Another language of the same ballot box, or a widget that came while its vote was on its way.
  onCounted((source) => doubtAll(entryName(source), source));
  // Another tab forgets a kept vote when the server has answered it.
  onRemoved((name) => {
    doubtAll(name);
    // At once: some engines hold the timers of a hidden tab for a second.
    loadWanted();
  });
  // After the first items have been asked for: their own kept votes go out when they are loaded.
  setTimeout(sendKept);
}

/** The shared state of a source, with the listener joined. */
export function joinItem<S extends Versioned, V>(
  source: Source,
  contract: Contract<S, V>,
  listener: ItemListener,
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
  listener: ItemListener,
): void {
  item.listeners.delete(listener);
  setTimeout(sweep);
}
