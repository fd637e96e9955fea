/**
 * Registers a custom element unless the page has one of that name already: loading the library twice,
 * or beside another version, changes nothing and throws nothing.
 */
export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
