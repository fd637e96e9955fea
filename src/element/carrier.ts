import { found, matching } from './in-page.js';
import { warnOnce } from '../data/warn-once.js';

const switchName = 'data-riac-carriers';
/** What the script tag says; kept, since loaders take their tags away again. */
let stated: string | null | undefined;

/**
 * True where the page lets a node carry a widget. Its switch at `<html>`, else at a script tag, is a
 * selector of those that may: `off` matches no element there is, and what is no selector matches none.
 * Asked from the node, since names in a reader's markup hide members of `document`.
 */
function mayCarry(node: Element): boolean {
  const root = node.closest(':root');
  // The names of its fields hide members of a form, so that none can be worked on safely.
  if (!root || node.matches('form')) return false;
  const selector = root.getAttribute(switchName) ?? stated ?? '*';
  try {
    return node.matches(selector);
  } catch {
    warnOnce(`${switchName}="${selector}" is no selector.`);
    return false;
  }
}

/**
 * Puts the element that a carrier names into it: `<div data-riac="poll" data-item="goals">` gets a
 * `<riac-poll item="goals">` with the carrier's children as its fallback. It hands over what the
 * element declares and nothing else: a sanitiser lets any `data-` pass. Other nodes stay as they are.
 */
function upgrade(node: Element): void {
  const name = `riac-${(node as Partial<Element>).getAttribute?.('data-riac')}`;
  const known = customElements.get(name) as (typeof HTMLElement & Declaring) | undefined;
  if (!known || node.querySelector(name) || !mayCarry(node)) return;
  const element = document.createElement(name);
  for (const { name, value } of node.attributes) {
    const option = /^data-(.+)/.exec(name)?.[1] ?? '';
    if (known.observedAttributes?.includes(option) || unobserved.test(option))
      element.setAttribute(option, value);
  }
  element.append(...node.childNodes);
  node.append(element);
}

interface Declaring {
  readonly observedAttributes?: readonly string[];
}

/** Options that elements read without observing them. */
const unobserved = /^(lang|credentials|networks-[a-z]+)$/;

/** Upgrades a node and those in it. One that cannot be worked on costs no other. */
function upgradeIn(root: Node): void {
  for (const node of [root, ...matching(root, '[data-riac]')]) {
    try {
      upgrade(node as Element);
    } catch {
      // Such as a form with a field named `getAttribute`: no carrier, and no reason to stop.
    }
  }
}

let observer: MutationObserver | undefined;

/**
 * Upgrades the carriers of the document, for editors that drop tags they do not know: those that are
 * there, and from now on those that are inserted.
 */
export function upgradeCarriers(): void {
  stated = found(`script[${switchName}]`)?.getAttribute(switchName) ?? stated;
  upgradeIn(document);
  if (observer) return;
  observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(upgradeIn);
  });
  observer.observe(document, { childList: true, subtree: true });
}
