const told = new Set<unknown>();

/** Tells a developer once about a part of the page that cannot be used; readers are never told. */
export function warnOnce(unusable: string): void {
  if (!told.has(unusable)) console.warn(`riac-share-bar cannot use ${unusable.slice(0, 200)}`);
  told.add(unusable);
}
