import { found, matching } from './in-page.js';
import { warnOnce } from '../data/warn-once.js';

const switchName = 'data-riac-carriers';
/** The switch on the script tag. It is stored here, because some loaders remove their script tags. */
let stated: string | null | undefined;

/**
 * True if the page allows a node to carry a widget. The attribute `data-riac-carriers` of `<html>`,
 * or else of a script tag, is a selector of the allowed nodes. `off` matches no element, and an
 * invalid selector allows none. It finds `<html>` from the node, because names in a reader's markup
 * can hide members of `document`.
 */
function mayCarry(node: Element): boolean {
  const root = node.closest(':root');
  // The names of a form's fields can hide the members of the form, so no form is safe to work on.
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
 * Creates the widget that a carrier names. `<div data-riac="poll" data-item="goals">` gets a
 * `<riac-poll item="goals">`, with the carrier's children as its fallback. It copies only
 * attributes that the widget declares, because sanitisers let every `data-` attribute pass. Leaves
 * other nodes unchanged.
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

/** Attributes that widgets read without observing them. */
const unobserved = /^(lang|credentials|networks-[a-z]+)$/;

/** Upgrades a node and all carriers in it. A failure of one carrier does not affect the others. */
function upgradeIn(root: Node): void {
  for (const node of [root, ...matching(root, '[data-riac]')]) {
    try {
      upgrade(node as Element);
    } catch {
      // A form with a field named `getAttribute` throws here, for example. It is no carrier, so the
      // loop goes on.
    }
  }
}

let observer: MutationObserver | undefined;

/**
 * Upgrades the carriers of the document, and from then on each carrier that a script inserts.
 * Carriers serve editors that remove unknown tags.
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
