/** The code of a configuration, one function a tab. Nothing here touches a page. */
import { styleValue } from './accept.js';
import { inAttribute, inBraces, inScript, tag } from './quote.js';

const install = '// npm install riac-widgets';

/** Attributes of a configuration in the order of the manifest, and its custom properties. */
function partsOf({ options, theme }, { attributes, styles }) {
  return {
    set: attributes
      .filter(({ name }) => options[name])
      .map((option) => ({ ...option, value: options[option.name] })),
    looks: styles
      .map(({ name }) => [name, styleValue(theme[name] ?? {})])
      .filter(([, value]) => value),
  };
}

const htmlAttribute = ({ name, value }, prefix = '') =>
  value === true ? `${prefix}${name}` : `${prefix}${name}="${inAttribute(value)}"`;

const rule = (selector, looks, indent = '') =>
  [
    `${indent}${selector} {`,
    ...looks.map(([name, value]) => `${indent}  ${name}: ${value};`),
    `${indent}}`,
  ].join('\n');

const styleElement = (selector, looks) =>
  looks.length ? `<style>\n${rule(selector, looks, '  ')}\n</style>` : '';

const paragraphs = (...parts) => parts.filter(Boolean).join('\n\n');

const scriptTag = (...attributes) => tag('script', ['type="module"', ...attributes]);

function page(script, { set, looks }, widget) {
  return [
    script,
    styleElement(widget.tag, looks),
    tag(
      widget.tag,
      set.map((each) => htmlAttribute(each)),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

const html = (parts, widget, { script }) =>
  page(scriptTag(`src="${inAttribute(script)}"`), parts, widget);

/** Checked by the browser before it runs; the name is that of the file's own version. */
const selfHosted = (parts, widget, { bundle }) =>
  page(
    scriptTag(
      'src="/riac-widgets.js"',
      ...(bundle ? [`integrity="${bundle.integrity}"`, 'crossorigin="anonymous"'] : []),
    ),
    parts,
    widget,
  );

/** For editors that take away tags they do not know: a `div`, turned into the element by the script. */
function cms({ set, looks }, widget, { script }) {
  const style = looks.map(([name, value]) => `${name}: ${value}`).join('; ');
  const attributes = [
    `data-riac="${widget.name}"`,
    ...set.map(({ name, value }) =>
      htmlAttribute({ name: `data-${name}`, value: value === true ? '' : value }),
    ),
    ...(style ? [`style="${style}"`] : []),
  ];
  return `${scriptTag(`src="${inAttribute(script)}"`)}\n${tag('div', attributes)}`;
}

const inJs = ({ kind, value }) =>
  value === true || kind === 'number' ? String(value) : inScript(value);

const variableOf = ({ name }) => name.replace(/-./, ([, letter]) => letter.toUpperCase());
const componentOf = (widget) => variableOf(widget).replace(/^./, (letter) => letter.toUpperCase());
const importOf = ({ name }) => `import "riac-widgets/${name}";`;

function npm({ set, looks }, widget) {
  const variable = variableOf(widget);
  return paragraphs(
    `${install}\n${importOf(widget)}`,
    [
      `const ${variable} = document.createElement("${widget.tag}");`,
      ...set.map((each) => `${variable}.${each.property} = ${inJs(each)};`),
      ...looks.map(
        ([name, value]) => `${variable}.style.setProperty("${name}", ${inScript(value)});`,
      ),
      `document.body.append(${variable});`,
    ].join('\n'),
  );
}

function braced({ kind, value }, name) {
  if (value === true) return name;
  return `${name}=${kind === 'number' ? `{${value}}` : inBraces(value)}`;
}

function react({ set, looks }, widget) {
  const component = componentOf(widget);
  const style = looks.map(([name, value]) => `"${name}": ${inScript(value)}`).join(', ');
  const properties = set.map((each) => braced(each, each.property));
  return paragraphs(
    `${install}\nimport { ${component} } from "riac-widgets/react";`,
    [
      `export function My${component}() {`,
      '  return (',
      tag(component, [...properties, ...(style ? [`style={{ ${style} }}`] : [])], {
        end: ' />',
        indent: '    ',
      }),
      '  );',
      '}',
    ].join('\n'),
  );
}

/** Numbers are bound, so that the property gets a number. */
const vueAttribute = (each) =>
  each.kind === 'number' ? `:${each.name}="${each.value}"` : htmlAttribute(each);

const vue = ({ set, looks }, widget) =>
  paragraphs(
    [
      '<script setup>',
      install,
      '// vite.config.js: vue({ template: { compilerOptions: {',
      '//   isCustomElement: (tag) => tag.startsWith("riac-") } } })',
      importOf(widget),
      '</script>',
    ].join('\n'),
    `<template>\n${tag(widget.tag, set.map(vueAttribute), { indent: '  ' })}\n</template>`,
    styleElement(widget.tag, looks),
  );

const svelte = ({ set, looks }, widget) =>
  paragraphs(
    `<script>\n  ${install}\n  ${importOf(widget)}\n</script>`,
    tag(
      widget.tag,
      set.map((each) => braced(each, each.name)),
    ),
    styleElement(widget.tag, looks),
  );

const writers = { html, cms, npm, react, vue, svelte, 'self-hosted': selfHosted };

/** Names of the tabs, in their order. */
export const tabs = Object.keys(writers);

/**
 * What is to be pasted.
 * @param widget - The widget as the options describe it.
 * @param places - `script`, the address of the bundle, and `bundle` with its `integrity`.
 */
export const codeFor = (tab, configuration, widget, places) =>
  writers[tab](partsOf(configuration, widget), widget, places);
