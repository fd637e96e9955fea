const told = new Set<string>();

/** Tells a developer once about a mistake in the page; readers are never told. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`riac-share-bar: ${message}`);
}
