import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Import, circlesIn, codeOf, importsOf, sourceFiles } from './imports.js';

/** One row of the law: files that match `files` may import only what matches `may`. */
interface Rule {
  readonly name: string;
  readonly files: RegExp;
  readonly may: readonly RegExp[];
  /** Further targets that are allowed when only types come over. */
  readonly mayType?: readonly RegExp[];
}

const widgets = ['star-rating', 'share-bar', 'poll'];
const contract = /^src\/contract\//;
const data = /^src\/data\//;
const element = /^src\/element\//;
const packages = /^(?!src\/|demo\/|test\/|\.dev\/)[^./]/;
const lit = /^lit(\/|$)/;

const widgetRules = widgets.flatMap((widget): Rule[] => {
  const own = (part: string) => new RegExp(`^src/${widget}/${widget}-${part}\\.js$`);
  const folder = new RegExp(`^src/${widget}/`);
  return [
    { name: `${widget}-api knows no element`, files: own('api'), may: [contract, data] },
    {
      name: `${widget}-further: a file beside the bundle, with a library inside`,
      files: own('further'),
      may: [/^lean-qr\//],
      mayType: [own('networks')],
    },
    { name: `${widget}-define`, files: own('define'), may: [own('element'), element] },
    {
      name: `${widget}: its own files, the layers below and Lit`,
      files: folder,
      may: [new RegExp(`^src/${widget}/(?!${widget}-define)`), contract, data, element, lit],
    },
  ];
});

/** The server's folders from the ground up: each may import itself and those before it. */
const serverFloors = [
  ...['host', 'schema', 'items', 'ballots', 'snapshots', 'http'],
  ...['database', 'voting', 'live', 'editing', 'backup', 'routes'],
];

const serverRules = serverFloors.map((floor, index): Rule => {
  const lower = serverFloors.slice(0, index + 1).join('|');
  return {
    name: `demo/server/${floor} stands on the folders before it`,
    files: new RegExp(`^demo/server/${floor}/`),
    may: [new RegExp(`^demo/server/(${lower})/`), contract, packages],
  };
});

const rules: readonly Rule[] = [
  { name: 'contract imports nothing outside itself', files: contract, may: [contract] },
  { name: 'data knows no element and no Lit', files: data, may: [contract, data] },
  {
    name: 'element imports no widget',
    files: element,
    may: [contract, data, element, lit],
  },
  ...widgetRules,
  ...serverRules,
  {
    name: 'index registers and re-exports',
    files: /^src\/index\.js$/,
    may: [/-define\.js$/, /^src\/classes\.js$/],
  },
  {
    name: 'bundle orders words and styles, and hands on index',
    files: /^src\/bundle\.js$/,
    may: [/-(messages|styles)\.js$/, /^src\/index\.js$/],
  },
  {
    name: 'classes re-exports without side effects',
    files: /^src\/classes\.js$/,
    may: [data, element, /-(element|events)\.js$/],
    mayType: [contract],
  },
  {
    name: 'react wraps the elements, each component one of them',
    files: /^src\/react\//,
    may: [/^src\/react\//, /^src\/[\w-]+\/[\w-]+-(define|element)\.js$/, /^react$/],
    mayType: [/^src\/classes\.js$/, lit],
  },
  {
    name: 'adapters speak for a back end and know no element',
    files: /^src\/adapters\//,
    may: [/^src\/adapters\//, contract, data],
  },
  { name: 'i18n supplies sentences', files: /^src\/i18n\//, may: [data] },
  {
    name: 'demo/server takes nothing of src but the contract',
    files: /^demo\/server\//,
    may: [/^demo\/server\//, contract, packages],
  },
  {
    name: 'the editor of the site is an application with Lit inside',
    files: /^demo\/site\/editor\//,
    may: [/^demo\/site\/(editor|shared)\//, contract, /^src\/adapters\/memory\.js$/, lit],
  },
  {
    name: 'demo/site uses the built bundle, and the contract',
    files: /^demo\/site\//,
    may: [/^demo\/site\//, /^\/riac-widgets\.js$/, contract],
    mayType: [/^minisearch$/],
  },
  {
    name: 'demo/apps uses what its package.json names',
    files: /^demo\/apps\//,
    may: [/^demo\/apps\//, packages],
  },
  {
    name: '.dev builds with packages and its own files',
    files: /^\.dev\//,
    may: [/^\.dev\//, packages, /^(rollup|web-test-runner)\.config\.mjs$/, /^test\/support\//],
  },
];

function fault({ from, to, typeOnly }: Import): string | undefined {
  const rule = rules.find(({ files }) => files.test(from));
  if (!rule) return `${from} belongs to no layer`;
  const allowed = typeOnly ? [...rule.may, ...(rule.mayType ?? [])] : rule.may;
  return allowed.some((pattern) => pattern.test(to)) ? undefined : `${from} → ${to} (${rule.name})`;
}

const folders = ['src', 'demo/server', 'demo/site', 'demo/apps', '.dev'];
const imports = folders.flatMap(sourceFiles).flatMap(importsOf);

test('the imports of all layers are found', () => {
  for (const folder of [
    ...['src/contract', 'src/data', 'src/element', 'src/adapters', 'src/i18n', 'src/react'],
    ...widgets.map((widget) => `src/${widget}`),
    ...folders,
  ]) {
    assert.ok(
      imports.some(({ from }) => from.startsWith(`${folder}/`)),
      `no import found in ${folder}`,
    );
  }
});

test('no arrow points back', () => {
  assert.deepEqual(imports.map(fault).filter(Boolean), []);
});

test('an arrow that points back is told', () => {
  const arrows: readonly (readonly [from: string, to: string])[] = [
    ['src/contract/poll.js', 'src/data/parse.js'],
    ['src/contract/poll.js', 'lit'],
    ['src/data/store.js', 'src/element/messages.js'],
    ['src/data/store.js', 'lit'],
    ['src/data/store.js', 'src/poll/poll-api.js'],
    ['src/element/messages.js', 'src/poll/poll-messages.js'],
    ['src/poll/poll-api.js', 'src/element/messages.js'],
    ['src/poll/poll-element.js', 'src/share-bar/share-bar-networks.js'],
    ['src/react/poll.js', 'src/poll/poll-api.js'],
    ['src/adapters/static.js', 'src/element/messages.js'],
    ['demo/server/app.js', 'src/data/parse.js'],
    ['demo/server/items/vote.js', 'demo/server/voting/vote-queue.js'],
    ['demo/site/site.js', 'src/index.js'],
    ['demo/site/configure/configure.js', 'lit'],
    ['demo/site/editor/editor.js', 'src/poll/poll-element.js'],
    ['demo/apps/vue/src/main.js', 'src/index.js'],
    ['.dev/clean.mjs', 'src/index.js'],
  ];
  const wrong = arrows.map(([from, to]): Import => ({ from, to, typeOnly: true }));
  assert.equal(wrong.map(fault).filter(Boolean).length, wrong.length);
});

/** Folders whose files import each other in no circle, types included. */
const withoutCircles = ['src', '.dev', 'demo'];

test('no files import each other in a circle', () => {
  const inFolder = ({ from }: Import) => withoutCircles.some((name) => from.startsWith(`${name}/`));
  assert.deepEqual(circlesIn(imports.filter(inFolder)), []);
});

test('a circle is told, types included', () => {
  const arrow = (from: string, to: string, typeOnly: boolean): Import => ({ from, to, typeOnly });
  const circle = [arrow('a', 'b', false), arrow('b', 'c', true), arrow('c', 'a', false)];
  const beside = [arrow('d', 'a', false), arrow('c', 'e', false)];
  assert.deepEqual(circlesIn([...circle, ...beside]), [['a', 'b', 'c']]);
  assert.deepEqual(circlesIn(beside), []);
});

test('src forces a type in at most two places, each with its reason', () => {
  const forced = sourceFiles('src').flatMap((file) => {
    const lines = codeOf(file).split('\n');
    return lines.flatMap((line, index) =>
      line.includes('as unknown as') ? [{ file, before: lines[index - 1] ?? '' }] : [],
    );
  });
  assert.ok(forced.length <= 2, forced.map(({ file }) => file).join());
  for (const { file, before } of forced) assert.match(before, /^\s*\/\/ /, file);
});
