import { memberOf } from './in-page.js';
import { onRegister } from '../data/registry.js';

/**
 * Returns the parent node, or the host of a shadow root. Does not follow slots. It avoids
 * `instanceof`, because a node from another window has classes of its own.
 */
const parentOf = (node: Node): Node | undefined =>
  memberOf(node, 'parentNode') ?? memberOf(node as ShadowRoot, 'host');

/**
 * Returns the value of an attribute from the element or from its nearest ancestor that has it;
 * `null` if none has it.
 */
export function inheritedAttribute(element: Element, name: string): string | null {
  for (let node: Node | undefined = element; node; node = parentOf(node)) {
    const value = memberOf(node as Partial<Element>, 'getAttribute')?.call(node as Element, name);
    if (value != null) return value;
  }
  return null;
}

const watched = ['lang', 'dir', 'data-riac-endpoint'];
const listeners = new Set<() => void>();
const observed = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/**
 * Calls the listener when a page registers something, or when an inherited attribute changes in a
 * tree above the element. End it with `unwatchAncestors`.
 */
export function watchAncestors(element: Element, listener: () => void): void {
  listeners.add(listener);
  if (!observer) {
    const tell = () => {
      for (const listen of listeners) listen();
    };
    observer = new MutationObserver(tell);
    onRegister(tell);
  }
  for (let node: Node | undefined = element; node; node = parentOf(node)) {
    // Observes each tree once, at its root, which has no parent.
    if (memberOf(node, 'parentNode') || observed.has(node)) continue;
    observed.add(node);
    observer.observe(node, { subtree: true, attributes: true, attributeFilter: watched });
  }
}

export function unwatchAncestors(listener: () => void): void {
  listeners.delete(listener);
}
