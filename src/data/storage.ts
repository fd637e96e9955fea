/**
 * Prefix of all names that the library uses in the page's localStorage. The digit is the version of
 * the format.
 */
const prefix = 'riac1:';

/** Values that localStorage did not accept. They last as long as the page. */
const memory = new Map<string, string>();

/** Runs `work` on localStorage. Returns `undefined` if the storage is missing, blocked or full. */
function attempt<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

/** Returns the stored text of a name, or `null`. */
export const readStored = (name: string): string | null =>
  memory.get(name) ?? attempt((storage) => storage.getItem(prefix + name)) ?? null;

export function removeStored(name: string): void {
  memory.delete(name);
  attempt((storage) => storage.removeItem(prefix + name));
}

/** Stores a text under a name in localStorage, or in memory if that fails. */
export function writeStored(name: string, value: string): void {
  memory.delete(name);
  attempt((storage) => storage.setItem(prefix + name, value));
  if (readStored(name) === value) return;
  // Removes the old value, so that a later page does not find it.
  removeStored(name);
  memory.set(name, value);
}

/** Returns the stored names that begin with `start`. */
export const storedNames = (start: string): string[] =>
  [
    ...memory.keys(),
    ...(attempt((storage) => Object.keys(storage)) ?? []).flatMap((key) =>
      key.startsWith(prefix) ? key.slice(prefix.length) : [],
    ),
  ].filter((name) => name.startsWith(start));

/** Calls the listener with each name that another tab has removed from the storage. */
export function onRemoved(listener: (name: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(prefix) && newValue === null) listener(key.slice(prefix.length));
  });
}
