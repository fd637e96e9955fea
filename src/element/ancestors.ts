import { memberOf } from './in-page.js';
import { onRegister } from '../data/registry.js';

/**
 * Parent in the tree as drawn: shadow roots are crossed to their hosts, slots are not followed. Asks
 * for no class, since a node that came from another window is none of ours.
 */
const parentOf = (node: Node): Node | undefined =>
  memberOf(node, 'parentNode') ?? memberOf(node as ShadowRoot, 'host');

/** Value of an attribute on the element itself or on its nearest ancestor that has it. */
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

/** Calls the listener when an inherited attribute changes anywhere above the element; ends by `unwatch`. */
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
    // Each tree is observed at its root, which has no parent.
    if (memberOf(node, 'parentNode') || observed.has(node)) continue;
    observed.add(node);
    observer.observe(node, { subtree: true, attributes: true, attributeFilter: watched });
  }
}

export function unwatchAncestors(listener: () => void): void {
  listeners.delete(listener);
}
