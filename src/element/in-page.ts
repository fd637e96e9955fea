/**
 * A member of a node by its prototype. What a reader's markup calls its fields and images hides
 * members of forms and of `document`, and adds some: `<img name="host">` makes a `document.host`.
 */
export const memberOf = <N extends object, Name extends keyof N>(node: N, name: Name): N[Name] =>
  Reflect.get(Object.getPrototypeOf(node) as N, name, node) as N[Name];

/** What stands in a node and matches. */
export const matching = (root: Node, selector: string): Iterable<Element> =>
  memberOf(root as Partial<Element>, 'querySelectorAll')?.call(root as Element, selector) ?? [];

/** The first element of the page that matches. */
export const found = (selector: string): Element | null =>
  memberOf(document, 'querySelector').call(document, selector);
