/** The one prefix of all that the library keeps in the host page's storage; the digit is its version. */
const prefix = 'riac1:';

/** What the page's storage would not take; it goes with the page. */
const memory = new Map<string, string>();

/** Runs `work` on the page's storage; `undefined` where that is missing, blocked or full. */
function attempt<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

/** The text kept under a name, or `null`. */
export const readStored = (name: string): string | null =>
  memory.get(name) ?? attempt((storage) => storage.getItem(prefix + name)) ?? null;

export function removeStored(name: string): void {
  memory.delete(name);
  attempt((storage) => storage.removeItem(prefix + name));
}

/** Keeps a text under a name: in storage, else in memory until the page goes. */
export function writeStored(name: string, value: string): void {
  memory.delete(name);
  attempt((storage) => storage.setItem(prefix + name, value));
  if (readStored(name) === value) return;
  // What could not be replaced must not be found by a later page.
  removeStored(name);
  memory.set(name, value);
}

/** Names under which something is kept and that start with `start`. */
export const storedNames = (start: string): string[] =>
  [
    ...memory.keys(),
    ...(attempt((storage) => Object.keys(storage)) ?? []).flatMap((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length) : [],
    ),
  ].filter((name) => name.startsWith(start));

/** Calls the listener with the name of what another tab has removed. */
export function onRemoved(listener: (name: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(prefix) && newValue === null) listener(key.slice(prefix.length));
  });
}
