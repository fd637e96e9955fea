const told = new Set<string>();

/** Tells a developer of a fault, once each; readers are never told. */
export function warnOnce(fault: string): void {
  if (!told.has(fault)) console.warn(fault);
  told.add(fault);
}
