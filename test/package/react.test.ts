import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type ReactElement, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Poll, ShareBar, StarRating } from '../../src/react/index.js';
import { build } from 'esbuild';
import ts from 'typescript';
import { project } from '../support/snippets.js';

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly fieldName?: string;
}
interface Declared {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
}

const manifest = JSON.parse(readFileSync(join(project, 'custom-elements.json'), 'utf8')) as {
  modules: { declarations?: Declared[] }[];
};
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, ...rest }) => (tagName ? [{ tagName, ...rest }] : []));

const inCapitals = (name: string) =>
  name.replace(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase());

/** The lines in which the TypeScript compiler finds a fault, in JSX that uses the built package. */
function faultyLines(code: string, settings: ts.CompilerOptions): string[] {
  const file = join(project, 'props.tsx');
  const all: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, skipLibCheck: false },
    ...{ jsx: ts.JsxEmit.ReactJSX, types: [], ...settings },
  };
  const host = ts.createCompilerHost(all);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? code : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file ? ts.createSourceFile(path, code, rest[0]) : getSourceFile(path, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], all, host))
    .map(({ file: at, start = 0, messageText }) =>
      at?.fileName === file
        ? (code.slice(0, start).split('\n').pop() ?? '') + code.slice(start).split('\n')[0]
        : `${at?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}

const resolutions = {
  bundler: {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  },
  nodenext: {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  },
};

/** Every option and every event of the manifest, given to the component and to the tag itself. */
const right = elements.flatMap(({ tagName, attributes, events }) => {
  const own = events.filter(({ name, description }) => description && name.startsWith('riac-'));
  const component = inCapitals(tagName.replace('riac-', ''));
  const listener = '={({ type }) => type}';
  return [
    ...attributes.map(({ fieldName }) => `<${component} ${fieldName}={undefined} />`),
    ...attributes.map(({ name }) => `<${tagName} ${name}={undefined} />`),
    ...own.map(({ name }) => `<${component} on${inCapitals(name.slice(5))}${listener} />`),
    ...own.map(({ name }) => `<${tagName} on${name}${listener} />`),
  ];
});

const wrong = [
  '<Poll sort="down" />',
  '<Poll votes={3} />',
  '<Poll onShare={() => undefined} />',
  '<StarRating onVote={({ vote }) => vote?.stars} />',
  '<StarRating onLoad={({ snapshot }) => snapshot.voters} />',
  '<ShareBar onVote={() => undefined} />',
  '<riac-poll item={4} />',
  '<riac-share-bar onriac-share={({ platform }) => platform} />',
];

for (const [name, settings] of Object.entries(resolutions)) {
  test(`${name}: every option and event is a prop, of components and of tags; what is wrong is told`, () => {
    assert.ok(right.length > 100);
    const uses = [...right, ...wrong].map((use, index) => `export const use${index} = ${use};`);
    const start = "import { Poll, ShareBar, StarRating } from 'riac-widgets/react';";
    const faults = faultyLines([start, ...uses].join('\n'), settings);
    assert.deepEqual([...new Set(faults)], uses.slice(right.length));
  });
}

const rendered = (element: ReactElement) => renderToString(element);

test('a server writes the tag, its attributes and the fallback', () => {
  const fallback = createElement('p', null, 'Votes are counted elsewhere.');
  const listener = () => undefined;
  assert.equal(
    rendered(
      createElement(
        StarRating,
        { item: 'a', max: 7, histogram: true, readonly: false, className: 'own', onVote: listener },
        fallback,
      ),
    ),
    '<riac-star-rating item="a" max="7" histogram="" class="own">' +
      '<p>Votes are counted elsewhere.</p></riac-star-rating>',
  );
});

test('an option of two words is written as its attribute, an object not at all', () => {
  assert.equal(
    rendered(createElement(Poll, { item: 'a', headingLevel: 2, messages: { vote: 'Send' } })),
    '<riac-poll item="a" heading-level="2"></riac-poll>',
  );
  assert.equal(
    rendered(createElement(ShareBar, { networksEn: 'x', maxVisible: 3, customNetworks: [] })),
    '<riac-share-bar networks-en="x" max-visible="3"></riac-share-bar>',
  );
});

test('a component that is not used is not in the bundle, and its element neither', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: "import { StarRating } from 'riac-widgets/react'; console.info(StarRating);",
      resolveDir: project,
    },
    ...{ bundle: true, write: false, format: 'esm', external: ['react'] },
  });
  const [{ text = '' } = {}] = outputFiles;
  assert.match(text, /"riac-star-rating"/);
  assert.doesNotMatch(text, /"riac-(poll|share-bar)"|Poll conducted|Share this article/);
});
