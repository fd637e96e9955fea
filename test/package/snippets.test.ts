import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileTemplate, parse as parseVue } from '@vue/compiler-sfc';
import fc from 'fast-check';
import { compile as compileSvelte, parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { cleanText } from '../../demo/site/configure/accept.js';
import { codeFor } from '../../demo/site/configure/code.js';
import type { Widget } from '../../demo/site/configure/widgets.js';
import { type Choice, choiceOf, looksOf } from '../support/configurations.js';

const root = new URL('../../', import.meta.url);
const load = (path: string) => import(new URL(path, root).href);

const { readOptions } = await load('.dev/site/options.mjs');
const { widgets }: { widgets: Widget[] } = await readOptions(fileURLToPath(root));

const places = { script: 'https://widgets.example/riac-widgets.js' };

type Values = Record<string, unknown>;

/** Values by attribute as a framework hands them on: numbers as numbers. */
const expected = ({ options }: Choice, { attributes }: Widget): Values =>
  Object.fromEntries(
    attributes
      .filter(({ name }) => options[name] !== undefined)
      .map(({ name, kind }) => [name, kind === 'number' ? Number(options[name]) : options[name]]),
  );

/** JavaScript or JSX as TypeScript understands it; throws for what is not. */
function transpile(code: string, fileName: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      jsx: ts.JsxEmit.React,
      jsxFactory: 'make',
    },
  });
  assert.deepEqual(
    diagnostics.map(({ messageText }) => messageText),
    [],
    code,
  );
  return outputText;
}

function run(code: string, names: Values, modules: Values = {}): Values {
  const exports: Values = {};
  const imported: string[] = [];
  const require = (name: string) => {
    imported.push(name);
    return modules[name];
  };
  const scope = { exports, require, ...names };
  new Function(...Object.keys(scope), code)(...Object.values(scope));
  return { ...exports, imported };
}

/** Components of the package stand for their tags; their props are properties. */
function fromReact(code: string, { attributes }: Widget) {
  const make = (tag: string, { style = {}, ...props }: Values) => ({ tag, props, style });
  const tags = { Poll: 'riac-poll', ShareBar: 'riac-share-bar', StarRating: 'riac-star-rating' };
  const modules = { 'riac-widgets/react': tags };
  const { imported, ...components } = run(transpile(code, 'a.jsx'), { make }, modules);
  assert.deepEqual(imported, Object.keys(modules));
  const [[name, component] = []] = Object.entries(components).filter(
    ([, value]) => typeof value === 'function',
  );
  assert.match(String(name), /^[A-Z]/);
  const { props, ...made } = (component as () => { tag: string; props: Values; style: Values })();
  const attributeOf = new Map(attributes.map(({ name: own, property }) => [property, own]));
  const set = Object.fromEntries(
    Object.entries(props).map(([property, value]) => [attributeOf.get(property), value]),
  );
  return { ...made, set };
}

function fromScript(code: string, { attributes }: Widget) {
  const style: Values = {};
  const element: Values = {
    style: { setProperty: (name: string, value: string) => (style[name] = value) },
  };
  const appended: unknown[] = [];
  let tag = '';
  const document = {
    createElement: (name: string) => {
      tag = name;
      return element;
    },
    body: { append: (each: unknown) => appended.push(each) },
  };
  const { imported } = run(transpile(code, 'a.js'), { document });
  assert.deepEqual(appended, [element]);
  const set = Object.fromEntries(
    attributes
      .filter(({ property }) => property in element)
      .map(({ name, property }) => [name, element[property]]),
  );
  return { tag, set, style, imported };
}

/** Values in the tree that Vue makes of a template: attributes, and bindings of numbers. */
function fromVue(code: string) {
  const { descriptor, errors } = parseVue(code);
  assert.deepEqual(errors, [], code);
  const source = descriptor.template?.content ?? '';
  const isCustomElement = (name: string) => name.startsWith('riac-');
  const compiled = compileTemplate({
    ...{ source, filename: 'a.vue', id: 'a' },
    compilerOptions: { isCustomElement },
  });
  assert.deepEqual(compiled.errors, [], code);
  const [element] = (compiled.ast?.children ?? []) as unknown as {
    tag: string;
    props: VueProperty[];
  }[];
  assert.ok(element);
  const set = Object.fromEntries(
    element.props.map(({ name, value, arg, exp }) =>
      arg ? [arg.content, Number(exp?.content)] : [name, value?.content || true],
    ),
  );
  const style = declarations(descriptor.styles.map(({ content }) => content).join('\n'));
  assert.match(descriptor.scriptSetup?.content ?? '', /^import "riac-widgets\/[a-z-]+";$/m);
  return { tag: element.tag, set, style };
}

interface VueProperty {
  name: string;
  value?: { content: string };
  arg?: { content: string };
  exp?: { content: string };
}

function fromSvelte(code: string) {
  for (const generate of ['client', 'server'] as const) compileSvelte(code, { generate });
  const { fragment, css } = parseSvelte(code, { modern: true });
  const element = fragment.nodes.find(({ type }) => type === 'RegularElement') as unknown as {
    name: string;
    attributes: { name: string; value: SvelteValue }[];
  };
  const set = Object.fromEntries(element.attributes.map(({ name, value }) => [name, read(value)]));
  return { tag: element.name, set, style: declarations(css?.content.styles ?? '') };
}

type SvelteValue = true | { expression: { value: unknown } } | { data: string }[];

function read(value: SvelteValue): unknown {
  if (value === true) return true;
  return Array.isArray(value) ? value.map(({ data }) => data).join('') : value.expression.value;
}

const declarations = (css: string): Values =>
  Object.fromEntries(
    [...css.matchAll(/^\s*(--[\w-]+): (.*);$/gm)].map(([, name, value]) => [name, value]),
  );

for (const widget of widgets) {
  const readers = {
    npm: (code: string) => fromScript(code, widget),
    react: (code: string) => fromReact(code, widget),
    vue: fromVue,
    svelte: fromSvelte,
  };
  for (const tab of ['npm', 'react', 'vue', 'svelte'] as const) {
    const understand = readers[tab];
    test(`${widget.name}: the code for ${tab} says what was chosen, whatever is in it`, () => {
      fc.assert(
        fc.property(choiceOf(widget, cleanText), (configuration) => {
          const code = codeFor(tab, configuration, widget, places);
          const { tag, set, style } = understand(code);
          assert.equal(tag, widget.tag);
          assert.deepEqual(set, expected(configuration, widget), code);
          assert.deepEqual({ ...style }, Object.fromEntries(looksOf(configuration)), code);
        }),
        { numRuns: 60 },
      );
    });
  }
}

test('the code for npm keeps to the types of the package', () => {
  const configurations = widgets.flatMap((widget) =>
    fc
      .sample(choiceOf(widget, cleanText), { numRuns: 25, seed: 7 })
      .map((configuration) => codeFor('npm', configuration, widget, places)),
  );
  const types = fileURLToPath(new URL('dist/types/', root));
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, strict: true, noEmit: true },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: [],
    paths: { 'riac-widgets/*': [`${types}*-define.d.ts`] },
  };
  const files = new Map(
    configurations.map((code, index) => [
      fileURLToPath(new URL(`example-${index}.ts`, root)),
      code,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, target, ...rest) => {
    const code = files.get(name);
    return code === undefined
      ? getSourceFile(name, target, ...rest)
      : ts.createSourceFile(name, code, target);
  };
  const faults = (names: string[]) =>
    ts
      .getPreEmitDiagnostics(ts.createProgram(names, options, host))
      .map(({ messageText, file }) => [
        ts.flattenDiagnosticMessageText(messageText, ' '),
        file?.text,
      ]);
  assert.deepEqual(faults([...files.keys()]), []);
  const wrong = fileURLToPath(new URL('example-wrong.ts', root));
  files.set(
    wrong,
    'import "riac-widgets/poll"; document.createElement("riac-poll").sort = "down";',
  );
  assert.equal(faults([wrong]).length, 1, 'a wrong value is told');
});
