/**
 * Reads a member of a node from its prototype. Names of fields and images in a reader's markup hide
 * members of forms and of `document`, and add others. For example, `<img name="host">` creates
 * `document.host`.
 */
export const memberOf = <N extends object, Name extends keyof N>(node: N, name: Name): N[Name] =>
  Reflect.get(Object.getPrototypeOf(node) as N, name, node) as N[Name];

/** Returns the descendants of a node that match a selector. */
export const matching = (root: Node, selector: string): Iterable<Element> =>
  memberOf(root as Partial<Element>, 'querySelectorAll')?.call(root as Element, selector) ?? [];

/** Returns the first element of the page that matches a selector. */
export const found = (selector: string): Element | null =>
  memberOf(document, 'querySelector').call(document, selector);
