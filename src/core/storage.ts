/** The one prefix of everything the library keeps in the host page's storage; the digit is its version. */
const prefix = 'riac1:';

const memory = new Map<string, string>();

/** Runs `work` on the page's storage; where that is missing, blocked or full, on memory. */
function attempt<T>(work: (storage: Storage) => T, otherwise: () => T): T {
  try {
    return work(localStorage);
  } catch {
    return otherwise();
  }
}

/** The text kept under a name, or `null`. */
export function readStored(name: string): string | null {
  const key = prefix + name;
  return (
    memory.get(key) ??
    attempt(
      (storage) => storage.getItem(key),
      () => null,
    )
  );
}

/** Keeps a text under a name: in storage, else in memory until the page goes. */
export function writeStored(name: string, value: string): void {
  const key = prefix + name;
  memory.delete(key);
  attempt(
    (storage) => storage.setItem(key, value),
    () => void memory.set(key, value),
  );
}

export function removeStored(name: string): void {
  const key = prefix + name;
  memory.delete(key);
  attempt(
    (storage) => storage.removeItem(key),
    () => undefined,
  );
}

/** Names under which something is kept and that start with `start`. */
export function storedNames(start: string): string[] {
  const keys = [
    ...memory.keys(),
    ...attempt(
      (storage) => Object.keys(storage),
      () => [],
    ),
  ];
  return keys
    .filter((key) => key.startsWith(prefix + start))
    .map((key) => key.slice(prefix.length));
}

/** Calls the listener with the name of what another tab has written (`value`) or removed (`null`). */
export function onStored(listener: (name: string, value: string | null) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(prefix)) listener(key.slice(prefix.length), newValue);
  });
}
