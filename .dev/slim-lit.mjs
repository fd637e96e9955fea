/**
 * Removes code from the bundled Lit that the supported browsers and the widgets never use: style elements
 * for engines without constructable style sheets, hooks for polyfills, decorator metadata, and version
 * registers. No option of Lit, Rollup or Terser removes it, and it is 583 bytes of the compressed bundle.
 * Each cut contains the text that it expects. A new version of Lit with another text stops the build
 * instead of breaking the bundle.
 */
const styles = `
export class CSSResult {
  constructor(cssText) { this.cssText = cssText; }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
}
export const supportsAdoptingStyleSheets = true;
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (strings, ...values) =>
  new CSSResult(strings.reduce((all, part, index) => all + values[index - 1].cssText + part));
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, results) => {
  root.adoptedStyleSheets = results.map(({ styleSheet }) => styleSheet);
};
`;

/**
 * Creates Lit's Trusted Types policy under the name `riac-widgets`, else `lit-html`, else not at all. A
 * page may refuse a name, or a second Lit may have taken it, and that must not stop the module.
 */
const policy = [
  /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/,
  '(r=>{for(let n of["riac-widgets","lit-html"])try{return $1.createPolicy(n,r)}catch{}})($2)',
];

const cuts = {
  'lit-html/lit-html.js': [
    policy,
    [
      /,\w=\w\.litHtmlPolyfillSupport;\w\?\.\(\w,\w\),\(\w\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/, ';'],
    [/const \w=this\[Symbol\.metadata\];if\(null!==\w\)\{.*?elementProperties\.set\(\w,\w\)\}/, ''],
    [
      /,\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '',
    ],
  ],
  'lit-element/lit-element.js': [
    [/,\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);/, ';'],
    [/const \w=\w\.litElementPolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/, ''],
    [/\(\w\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
};

function cut(code, id, [pattern, replacement]) {
  if (!pattern.test(code)) throw new Error(`${id} has no ${pattern} any more`);
  return code.replace(pattern, replacement);
}

export const slimLit = {
  name: 'slim-lit',
  transform(code, id) {
    if (id.endsWith('@lit/reactive-element/css-tag.js')) return { code: styles, map: null };
    const name = Object.keys(cuts).find((end) => id.endsWith(`node_modules/${end}`));
    if (!name) return null;
    return { code: cuts[name].reduce((text, rule) => cut(text, name, rule), code), map: null };
  },
};
