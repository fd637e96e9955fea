import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Manifest {
  modules: {
    path: string;
    declarations?: { name: string; tagName?: string; attributes?: { name: string }[] }[];
    exports?: { kind: string; name: string; declaration: { name: string; module: string } }[];
  }[];
}

const description = JSON.parse(read('package.json')) as {
  version: string;
  exports: Record<string, string | Record<string, string>>;
  bin: Record<string, string>;
  sideEffects: string[];
} & Record<'unpkg' | 'jsdelivr' | 'customElements' | 'web-types', string>;

/** What may be in the package, and nothing else. */
const allowed = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|custom-elements\.json)$/,
  /^dist\/riac-widgets(-archive|-debug|-networks)?\.js$/,
  /^dist\/riac-widgets\.(js\.map|css)$/,
  /^dist\/(integrity|vscode\.html-custom-data|web-types)\.json$/,
  /^dist\/conformance\.js$/,
  /^dist\/(adapters|i18n)\/[a-z]+\.js$/,
  /^dist\/esm\/(index|classes|[a-z-]+-define|shared-[\w-]+)\.js(\.map)?$/,
  /^dist\/esm\/riac-widgets-(archive|debug|networks)\.js$/,
  /^dist\/(esm\/)?react\b[\w/.-]*\.(js|d\.ts)(\.map)?$/,
  /^dist\/types\/(adapters\/|i18n\/|react\/)?[\w-]+\.d\.ts$/,
];

let packed: string[] = [];

before(() => {
  const shell = process.platform === 'win32';
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const told = execFileSync('npm', words, { cwd: root, encoding: 'utf8', shell });
  const [{ files }] = JSON.parse(told) as [{ files: { path: string }[] }];
  packed = files.map(({ path }) => path).sort();
});

test('the package holds what users load, and neither sources nor tests', () => {
  const versioned = `dist/riac-widgets-${description.version}.js`;
  const unknown = packed.filter(
    (path) => path !== versioned && !allowed.some((pattern) => pattern.test(path)),
  );
  assert.deepEqual(unknown, []);
  for (const needed of [versioned, 'LICENSE', 'README.md', 'CHANGELOG.md', 'dist/riac-widgets.css'])
    assert.ok(packed.includes(needed), needed);
});

test('every file that package.json names is in the package', () => {
  const { exports, bin, unpkg, jsdelivr, customElements, sideEffects } = description;
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target),
  );
  const named = [...targets, ...Object.values(bin), unpkg, jsdelivr, customElements];
  named.push(description['web-types']);
  for (const target of [...named, ...sideEffects]) {
    const pattern = new RegExp(`^${posix.normalize(target).replaceAll('*', '[\\w-]+')}$`);
    assert.ok(
      packed.some((path) => pattern.test(path)),
      target,
    );
  }
});

test('every entry has types', () => {
  for (const [name, target] of Object.entries(description.exports)) {
    if (typeof target !== 'string') assert.ok(target['types']?.endsWith('.d.ts'), name);
    else assert.match(target, /\.(json|css)$/, name);
  }
});

interface SourceMap {
  sources: string[];
  sourcesContent?: (string | null)[];
  sourceRoot?: string;
}

test('source maps hold their sources and name none outside the package', () => {
  const maps = packed.filter((path) => path.endsWith('.map'));
  const bundle = JSON.parse(read('dist/riac-widgets.js.map')) as SourceMap;
  assert.ok(maps.length > 4 && bundle.sources.length > 50);
  for (const path of maps) {
    const { sources, sourcesContent = [], sourceRoot = '' } = JSON.parse(read(path)) as SourceMap;
    assert.equal(sourcesContent.filter(Boolean).length, sources.length, path);
    for (const source of sources) {
      const place = posix.join(posix.dirname(path), sourceRoot, source);
      assert.match(place, /^(src|node_modules)\//, `${path}: ${source}`);
    }
  }
});

test('no file has a line that leads to a map that is not there', () => {
  for (const path of packed.filter((name) => name.endsWith('.js'))) {
    const [, map] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path)) ?? [];
    if (map) assert.ok(packed.includes(posix.join(posix.dirname(path), map)), path);
  }
});

test('whoever wrote a part of the files is named, with the licence', () => {
  const license = read('LICENSE');
  const { sources } = JSON.parse(read('dist/riac-widgets.js.map')) as SourceMap;
  const foreign = sources.flatMap(
    (source) => /node_modules\/(@[^/]+|[^/]+)/.exec(source)?.[1] ?? [],
  );
  assert.deepEqual([...new Set(foreign)].sort(), ['@lit', 'lit-element', 'lit-html']);
  for (const [name, words, file] of [
    ['Lit', /BSD 3-Clause License\s+Copyright \(c\) 2017 Google LLC/, 'dist/riac-widgets.js'],
    [
      'lean-qr',
      /MIT License\s+Copyright \(c\) 2021-2025 David Evans/,
      'dist/riac-widgets-networks.js',
    ],
  ] as const) {
    assert.match(license, new RegExp(`${file} contains\\s+${name}`));
    assert.match(license, words);
    assert.match(read(file).slice(0, 200), new RegExp(`^/\\*!.*Contains ${name}, Copyright`));
  }
});

test('custom-elements.json keeps to its schema, and names modules that are in the package', () => {
  const require = createRequire(import.meta.url);
  const schema = require('custom-elements-manifest/schema.json') as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const manifest = JSON.parse(read('custom-elements.json')) as Manifest;
  assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 1));
  assert.equal(validate({ schemaVersion: '1.0.0', modules: [{ kind: 'none' }] }), false);
  const references = manifest.modules.flatMap(({ exports = [] }) => exports);
  for (const { path } of manifest.modules) assert.ok(packed.includes(path), path);
  for (const { declaration } of references) {
    const home = manifest.modules.find(({ path }) => path === declaration.module);
    assert.ok(
      home?.declarations?.some(({ name }) => name === declaration.name),
      declaration.name,
    );
  }
  const tags = references.filter(({ kind }) => kind === 'custom-element-definition');
  assert.deepEqual(tags.map(({ name }) => name).sort(), [
    'riac-poll',
    'riac-share-bar',
    'riac-star-rating',
  ]);
});

test('what the manifest says is exported is exported', async () => {
  const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
  const [{ path, exports = [] } = { path: '' }] = modules;
  const module = (await import(join(root, path))) as Record<string, unknown>;
  assert.ok(exports.length > 5);
  for (const { name } of exports) assert.equal(typeof module[name], 'function', name);
});

test('editors are told the same elements and attributes', () => {
  const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);
  const sorted = (list: { name: string }[]) => list.map(({ name }) => name).sort();
  const expected = Object.fromEntries(
    elements.map(({ tagName, attributes = [] }) => [tagName, sorted(attributes)]),
  );
  type Known = { name: string; attributes: { name: string }[] }[];
  const inMap = (list: Known) =>
    Object.fromEntries(list.map(({ name, attributes }) => [name, sorted(attributes)]));
  const code = JSON.parse(read('dist/vscode.html-custom-data.json')) as { tags: Known };
  const jetBrains = JSON.parse(read(description['web-types'])) as {
    name: string;
    version: string;
    contributions: { html: { elements: Known } };
  };
  assert.deepEqual(inMap(code.tags), expected);
  assert.deepEqual(inMap(jetBrains.contributions.html.elements), expected);
  assert.deepEqual([jetBrains.name, jetBrains.version], ['riac-widgets', description.version]);
});

test('integrity.json has the checksum of every file that a page may load', () => {
  const sums = JSON.parse(read('dist/integrity.json')) as Record<string, string>;
  const loaded = packed
    .map((path) => /^dist\/((riac-widgets|adapters\/|i18n\/).*\.(js|css))$/.exec(path)?.[1] ?? '')
    .filter(Boolean);
  assert.deepEqual(Object.keys(sums).sort(), loaded.sort());
  for (const [name, sum] of Object.entries(sums)) {
    const hash = createHash('sha384').update(readFileSync(join(root, 'dist', name)));
    assert.equal(sum, `sha384-${hash.digest('base64')}`, name);
  }
  assert.equal(sums[`riac-widgets-${description.version}.js`], sums['riac-widgets.js']);
});
