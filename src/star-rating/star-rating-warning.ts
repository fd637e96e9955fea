const told = new Set<string>();

/** Tells the developer of a fault in the data, once on a page. */
export function warnOnce(fault: string): void {
  if (told.has(fault)) return;
  told.add(fault);
  console.warn(`riac-star-rating: ${fault}`);
}
