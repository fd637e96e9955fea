const told = new Set<string>();

/** Writes a warning for developers to the console, once for each text. */
export function warnOnce(fault: string): void {
  if (!told.has(fault)) console.warn(fault);
  told.add(fault);
}
