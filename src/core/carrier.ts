/**
 * Puts the element that a carrier names into it: `<div data-riac="poll" data-item="goals">` gets a
 * `<riac-poll item="goals">` with the carrier's children as its fallback. Other nodes stay as they are.
 */
function upgrade(node: Element): void {
  const name = `riac-${node.getAttribute('data-riac')}`;
  if (!customElements.get(name) || node.querySelector(name)) return;
  const element = document.createElement(name);
  for (const attribute of node.attributes) {
    const [, option] = /^data-(?!riac)(.+)/.exec(attribute.name) ?? [];
    if (option) element.setAttribute(option, attribute.value);
  }
  element.append(...node.childNodes);
  node.append(element);
}

function upgradeIn(root: ParentNode): void {
  for (const carrier of root.querySelectorAll('[data-riac]')) upgrade(carrier);
}

let observer: MutationObserver | undefined;

/**
 * Upgrades the carriers of the document, for editors that drop tags they do not know: those that are
 * there, and from now on those that are inserted.
 */
export function upgradeCarriers(): void {
  upgradeIn(document);
  if (observer) return;
  observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      upgrade(node);
      upgradeIn(node);
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}
