import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** One row of the law: files that match `files` may import only what matches `may`. */
interface Rule {
  name: string;
  files: RegExp;
  may: RegExp[];
  /** Further targets that are allowed when only types come over. */
  mayType?: RegExp[];
}

const widgets = ['star-rating', 'share-bar', 'poll'];
const core = /^src\/core\//;
const packages = /^(?!src\/|demo\/)[^./]/;
const lit = /^lit(\/|$)/;

const widgetRules = widgets.flatMap((widget): Rule[] => {
  const own = (part: string) => new RegExp(`^src/${widget}/${widget}-${part}\\.js$`);
  const folder = new RegExp(`^src/${widget}/`);
  return [
    { name: `${widget}-snapshot imports nothing`, files: own('snapshot'), may: [] },
    { name: `${widget}-api`, files: own('api'), may: [own('snapshot'), core] },
    {
      name: `${widget}-further: a file beside the bundle, with a library inside`,
      files: own('further'),
      may: [/^lean-qr\//],
      mayType: [own('networks')],
    },
    { name: `${widget}-define`, files: own('define'), may: [own('element'), core] },
    {
      name: `${widget}: its own files, the core and Lit`,
      files: folder,
      may: [new RegExp(`^src/${widget}/(?!${widget}-define)`), core, lit],
    },
  ];
});

const rules: Rule[] = [
  ...widgetRules,
  { name: 'core imports no widget', files: core, may: [core, lit] },
  {
    name: 'index registers and re-exports',
    files: /^src\/index\.js$/,
    may: [/-define\.js$/, /^src\/classes\.js$/],
  },
  {
    name: 'classes re-exports without side effects',
    files: /^src\/classes\.js$/,
    may: [core, /-(element|events)\.js$/],
    mayType: [/-snapshot\.js$/],
  },
  {
    name: 'react wraps the elements, each component one of them',
    files: /^src\/react\//,
    may: [/^src\/react\//, /^src\/[\w-]+\/[\w-]+-(define|element)\.js$/, /^react$/],
    mayType: [/^src\/classes\.js$/, lit],
  },
  {
    name: 'outer entries use the public surface',
    files: /^src\/(adapters|i18n)\//,
    may: [/^src\/(adapters|i18n)\//, core],
    mayType: [/^src\//],
  },
  {
    name: 'demo/server takes types and pure snapshot functions only',
    files: /^demo\/server\//,
    may: [/^demo\/server\//, /^src\/[\w-]+\/[\w-]+-snapshot\.js$/, packages],
    mayType: [/^src\//],
  },
  {
    name: 'the editor of the site is an application with Lit inside',
    files: /^demo\/site\/editor\//,
    may: [/^demo\/site\/(editor|shared)\//, lit],
  },
  {
    name: 'demo/site uses the built bundle only',
    files: /^demo\/site\//,
    may: [/^demo\/site\//, /^\/riac-widgets\.js$/],
    mayType: [/^minisearch$/],
  },
  {
    name: 'demo/apps uses what its package.json names',
    files: /^demo\/apps\//,
    may: [/^demo\/apps\//, packages],
  },
];

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (/^(node_modules|dist)$/.test(entry.name)) return [];
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.(tsx?|js|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

const asModule = (path: string) =>
  path
    .split(sep)
    .join('/')
    .replace(/\.tsx?$/, '.js');

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return asModule(relative(root, normalize(join(root, dirname(file), specifier))));
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(root, file), 'utf8');
  const statement =
    /(?:^|[;\n])\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;
  return [...code.matchAll(statement)].map(([, type, fixed, dynamic]) => ({
    from: asModule(file),
    to: target(file, fixed ?? dynamic ?? ''),
    typeOnly: Boolean(type),
  }));
}

function fault({ from, to, typeOnly }: Import): string | undefined {
  const rule = rules.find(({ files }) => files.test(from));
  if (!rule) return `${from} belongs to no layer`;
  const allowed = typeOnly ? [...rule.may, ...(rule.mayType ?? [])] : rule.may;
  return allowed.some((pattern) => pattern.test(to)) ? undefined : `${from} → ${to} (${rule.name})`;
}

const imports = ['src', 'demo/server', 'demo/site', 'demo/apps']
  .flatMap(sourceFiles)
  .flatMap(importsOf);

test('the imports of all layers are found', () => {
  for (const folder of [
    'src/core',
    'src/poll',
    'src/star-rating',
    'src/share-bar',
    'src/react',
    'demo/server',
    'demo/site',
    'demo/apps',
  ]) {
    assert.ok(
      imports.some(({ from }) => from.startsWith(folder)),
      `no import found in ${folder}`,
    );
  }
});

test('no arrow points back', () => {
  assert.deepEqual(imports.map(fault).filter(Boolean), []);
});

test('an arrow that points back is told', () => {
  const wrong: Import[] = [
    { from: 'src/core/store.js', to: 'src/poll/poll-api.js', typeOnly: false },
    { from: 'src/poll/poll-snapshot.js', to: 'src/core/request.js', typeOnly: true },
    {
      from: 'src/poll/poll-element.js',
      to: 'src/share-bar/share-bar-networks.js',
      typeOnly: false,
    },
    { from: 'demo/server/app.js', to: 'src/poll/poll-element.js', typeOnly: false },
    { from: 'demo/site/site.js', to: 'src/index.js', typeOnly: false },
    { from: 'demo/site/configure/configure.js', to: 'lit', typeOnly: false },
    { from: 'demo/site/editor/editor.js', to: 'src/poll/poll-element.js', typeOnly: false },
    { from: 'demo/apps/vue/src/main.js', to: 'src/index.js', typeOnly: false },
    { from: 'src/react/poll.js', to: 'src/poll/poll-api.js', typeOnly: false },
  ];
  assert.equal(wrong.map(fault).filter(Boolean).length, wrong.length);
});
