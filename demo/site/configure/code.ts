/** Writes the code of a configuration, with one function for each tab. It does not use the DOM. */
import { styleValue } from './accept.js';
import type { Configuration, OptionValue, Tab } from './configuration.js';
import { inAttribute, inBraces, inScript, tag } from './quote.js';
import type { Bundle, Option, Widget } from './widgets.js';

/** Addresses and checksum for the script tags in the code. */
export interface Places {
  /** Address of the bundle. */
  readonly script: string;
  /** Missing if the checksum is unknown. */
  readonly bundle?: Bundle | undefined;
}

/** An attribute with a value. */
interface SetOption extends Pick<Option, 'name' | 'kind' | 'property'> {
  readonly value: OptionValue;
}

type Look = readonly [name: string, value: string];

interface Parts {
  readonly set: readonly SetOption[];
  readonly looks: readonly Look[];
}

/** The part of a configuration that the code depends on. */
export type Chosen = Pick<Configuration, 'options' | 'theme'>;

const install = '// npm install riac-widgets';

/** Returns the attributes and custom properties that have a value, in the order of the manifest. */
function partsOf({ options, theme }: Chosen, { attributes, styles }: Widget): Parts {
  return {
    set: attributes.flatMap(({ name, kind, property }) => {
      const value = options[name];
      return value ? [{ name, kind, property, value }] : [];
    }),
    looks: styles.flatMap(({ name }) => {
      const value = styleValue(theme[name] ?? {});
      return value ? [[name, value] as const] : [];
    }),
  };
}

const htmlAttribute = ({ name, value }: Pick<SetOption, 'name' | 'value'>) =>
  value === true ? name : `${name}="${inAttribute(value)}"`;

const rule = (selector: string, looks: readonly Look[], indent = '') =>
  [
    `${indent}${selector} {`,
    ...looks.map(([name, value]) => `${indent}  ${name}: ${value};`),
    `${indent}}`,
  ].join('\n');

const styleElement = (selector: string, looks: readonly Look[]) =>
  looks.length ? `<style>\n${rule(selector, looks, '  ')}\n</style>` : '';

const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

const scriptTag = (...attributes: string[]) => tag('script', ['type="module"', ...attributes]);

const page = (script: string, { set, looks }: Parts, widget: Widget) =>
  [script, styleElement(widget.tag, looks), tag(widget.tag, set.map(htmlAttribute))]
    .filter(Boolean)
    .join('\n');

type Writer = (parts: Parts, widget: Widget, places: Places) => string;

const html: Writer = (parts, widget, { script }) =>
  page(scriptTag(`src="${inAttribute(script)}"`), parts, widget);

/** Code for a site that serves the bundle itself. The browser checks `integrity` before it runs it. */
const selfHosted: Writer = (parts, widget, { bundle }) =>
  page(
    scriptTag(
      'src="/riac-widgets.js"',
      ...(bundle ? [`integrity="${bundle.integrity}"`, 'crossorigin="anonymous"'] : []),
    ),
    parts,
    widget,
  );

/** Code for a CMS whose editor removes unknown tags. The script turns the `div` into the element. */
const cms: Writer = ({ set, looks }, widget, { script }) => {
  const style = looks.map(([name, value]) => `${name}: ${value}`).join('; ');
  const attributes = [
    `data-riac="${widget.name}"`,
    ...set.map(({ name, value }) =>
      htmlAttribute({ name: `data-${name}`, value: value === true ? '' : value }),
    ),
    ...(style ? [`style="${style}"`] : []),
  ];
  return `${scriptTag(`src="${inAttribute(script)}"`)}\n${tag('div', attributes)}`;
};

const inJs = ({ kind, value }: SetOption) =>
  value === true || kind === 'number' ? String(value) : inScript(value);

const variableOf = ({ name }: Widget) =>
  name.replace(/-(.)/, (_dash, letter: string) => letter.toUpperCase());
const componentOf = (widget: Widget) =>
  variableOf(widget).replace(/^./, (letter) => letter.toUpperCase());
const importOf = ({ name }: Widget) => `import "riac-widgets/${name}";`;

const npm: Writer = ({ set, looks }, widget) => {
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
};

function braced({ kind, value }: SetOption, name: string): string {
  if (value === true) return name;
  return `${name}=${kind === 'number' ? `{${value}}` : inBraces(value)}`;
}

const react: Writer = ({ set, looks }, widget) => {
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
};

/** Binds numbers with `:`, so that Vue passes a number to the property and not a text. */
const vueAttribute = (each: SetOption) =>
  each.kind === 'number' ? `:${each.name}="${each.value}"` : htmlAttribute(each);

const vue: Writer = ({ set, looks }, widget) =>
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

const svelte: Writer = ({ set, looks }, widget) =>
  paragraphs(
    `<script>\n  ${install}\n  ${importOf(widget)}\n</script>`,
    tag(
      widget.tag,
      set.map((each) => braced(each, each.name)),
    ),
    styleElement(widget.tag, looks),
  );

const writers: Readonly<Record<Tab, Writer>> = {
  html,
  cms,
  npm,
  react,
  vue,
  svelte,
  'self-hosted': selfHosted,
};

/** Returns the code of one tab, for the reader to paste. */
export const codeFor = (tab: Tab, chosen: Chosen, widget: Widget, places: Places) =>
  writers[tab](partsOf(chosen, widget), widget, places);
