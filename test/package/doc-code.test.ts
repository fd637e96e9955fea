import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parse as parseVue } from '@vue/compiler-sfc';
import { Engine } from 'php-parser';
import { compile as compileSvelte } from 'svelte/compiler';
import ts from 'typescript';
import { allSnippets, project, snippetsIn, type Snippet } from '../support/snippets.js';

/** Which test looks at the blocks of a language; a block in any other is seen by nobody. */
const checked = {
  here: ['ts', 'tsx', 'css', 'vue', 'svelte', 'php', 'json', 'nginx', 'http', 'text'],
  'test/package/doc-shell.test.ts': ['sh'],
  'test/package/doc-server.test.ts': ['js'],
  'test/server/on-postgres/undo.test.ts': ['sql'],
  'test/page/doc-examples.test.ts': ['html'],
};

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(project, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  project,
);

/** What a reader of the documentation has and we have not. */
const foreign = {
  name: 'your-own-code.snippet.d.ts',
  code: `declare module 'your-own-code' {
    export const sessions: { userOf(cookie: string | undefined): Promise<string | undefined> };
    export const captcha: { verify(cookie: string | undefined, address: string): Promise<boolean> };
  }`,
};

/** Snippets as files of this project, so that they find the package as its users do. */
function faultsOf(snippets: readonly { name: string; code: string }[]): string[] {
  const files = new Map(
    [...snippets, foreign].map(({ name, code }) => [join(project, name), code]),
  );
  const settings = {
    ...options,
    jsx: ts.JsxEmit.ReactJSX,
    experimentalDecorators: true,
    noUnusedLocals: false,
    noUnusedParameters: false,
    types: ['node'],
  };
  const host = ts.createCompilerHost(settings);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const own = files.get(file);
    return own === undefined
      ? getSourceFile(file, ...rest)
      : ts.createSourceFile(file, own, rest[0]);
  };
  const program = ts.createProgram([...files.keys()], settings, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

/** A block is a module of its own, also when it imports nothing. */
const asModule = ({ place, page, code, language }: Snippet) => ({
  name: join(dirname(page), `${place.replace(/\W/g, '-')}.snippet.${language}`),
  code: /^(import|export)\b/m.test(code) ? code : `${code}\nexport {};`,
});

test('every block of code is in a language that some test looks at', () => {
  const known: string[] = Object.values(checked).flat();
  assert.deepEqual(
    allSnippets.filter(({ language }) => !known.includes(language)).map(({ place }) => place),
    [],
  );
  assert.ok(allSnippets.length > 60);
});

test('TypeScript and JSX pass the compiler, which sees what is wrong', () => {
  const wrong = {
    name: 'wrong.snippet.ts',
    code: "import 'riac-widgets';\ndocument.querySelector('riac-poll')?.nothing();",
  };
  const snippets = snippetsIn('ts', 'tsx').map(asModule);
  assert.ok(snippets.length > 6);
  const faults = faultsOf([...snippets, wrong]);
  assert.deepEqual(
    faults.filter((fault) => !fault.includes(wrong.name)),
    [],
  );
  assert.match(faults.join(), /'nothing' does not exist/);
});

test('Vue and Svelte components compile', () => {
  for (const { code, place } of snippetsIn('vue')) {
    const { errors, descriptor } = parseVue(code);
    assert.deepEqual(errors, [], place);
    assert.ok(descriptor.template, place);
  }
  for (const { code, place } of snippetsIn('svelte')) {
    const { warnings } = compileSvelte(code, { generate: 'client' });
    assert.deepEqual(warnings, [], place);
  }
});

test('PHP parses', () => {
  const engine = new Engine({ parser: { extractDoc: true } });
  for (const { code, place } of snippetsIn('php')) {
    assert.ok(engine.parseCode(code, place).children.length > 0, place);
  }
});

test('JSON is JSON', () => {
  for (const { code, place } of snippetsIn('json')) {
    assert.doesNotThrow(() => JSON.parse(code), place);
  }
});

interface Named {
  readonly name: string;
}
interface Declared {
  readonly tagName?: string;
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const manifest = JSON.parse(readFileSync(join(project, 'custom-elements.json'), 'utf8')) as {
  modules: { declarations?: Declared[] }[];
};
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);

test('style sheets name custom properties, parts and states that exist', () => {
  const names = (kind: 'cssProperties' | 'cssParts' | 'cssStates') =>
    new Set(elements.flatMap((element) => (element[kind] ?? []).map(({ name }) => name)));
  const networks = /^(vk|telegram|copy)$/;
  for (const { code, place } of snippetsIn('css')) {
    const used = (pattern: RegExp) => [...code.matchAll(pattern)].map(([, name = '']) => name);
    for (const name of used(/(--riac-[\w-]+)/g))
      assert.ok(names('cssProperties').has(name), `${place} ${name}`);
    for (const name of used(/::part\(([\w-]+)\)/g)) {
      assert.ok(names('cssParts').has(name) || networks.test(name), `${place} ${name}`);
    }
    for (const name of used(/:state\(([\w-]+)\)/g))
      assert.ok(names('cssStates').has(name), `${place} ${name}`);
    assert.equal(code.split('{').length, code.split('}').length, place);
  }
});
