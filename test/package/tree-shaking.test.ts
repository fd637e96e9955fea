import assert from 'node:assert/strict';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import type * as Webpack from 'webpack';
import type { Dictionary } from '../../src/data/message-types.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An application that has the package installed. */
const application = mkdtempSync(join(tmpdir(), 'riac-application-'));
mkdirSync(join(application, 'node_modules'));
symlinkSync(root, join(application, 'node_modules', 'riac-widgets'), 'junction');
after(() => rmSync(application, { recursive: true, force: true }));

type Bundler = (entry: string) => Promise<string>;

const bundlers: Record<string, Bundler> = {
  async rollup(entry) {
    const plugins = [resolve({ exportConditions: ['production'] })];
    const bundle = await rollup({ input: entry, plugins, logLevel: 'silent' });
    const { output } = await bundle.generate({ format: 'es' });
    return output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  },
  async esbuild(entry) {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'esm',
      charset: 'utf8',
      minify: true,
      conditions: ['production'],
      logLevel: 'error',
    });
    return outputFiles.map(({ text }) => text).join('\n');
  },
  async webpack(entry) {
    const { webpack } = createRequire(import.meta.url)('webpack') as typeof Webpack;
    const path = mkdtempSync(join(application, 'webpack-'));
    const output = { path, filename: 'out.js' };
    const compiler = webpack({ mode: 'production', context: application, entry, output });
    await new Promise<void>((done, fail) =>
      compiler?.run((error, stats) => {
        const faults = stats?.toJson({ errors: true }).errors ?? [];
        if (error || faults.length) fail(error ?? new Error(JSON.stringify(faults)));
        else compiler.close(() => done());
      }),
    );
    return readdirSync(path)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(path, name), 'utf8'))
      .join('\n');
  },
};

/** What only one widget says: its sentences in two languages, its tag, its own addresses and styles. */
async function marksOf(widget: string, file: string, more: readonly string[]): Promise<string[]> {
  const module = (await import(pathToFileURL(join(root, file)).href)) as object;
  const dictionary = Object.values(module)[0] as Dictionary;
  const sentences = Object.values(dictionary)
    .flatMap((table) => Object.values(table))
    .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
    // Long enough to be nobody else's words; without quotation marks, which bundlers write variously.
    .filter((text) => text.length > 14 && !/['"’…\n]/.test(text));
  assert.ok(sentences.length > 8, widget);
  return [...sentences, ...more];
}

const marks: Record<string, string[]> = {
  'star-rating': await marksOf('star-rating', 'src/star-rating/star-rating-messages.ts', [
    'riac-preview',
    '--riac-rating-size',
  ]),
  'share-bar': await marksOf('share-bar', 'src/share-bar/share-bar-messages.ts', [
    'riac-before-share',
    '--riac-share-size',
    'https://t.me/share/url',
  ]),
  poll: await marksOf('poll', 'src/poll/poll-messages.ts', ['heading-level']),
};
const classes = {
  'star-rating': 'StarRatingElement',
  'share-bar': 'ShareBarElement',
  poll: 'PollElement',
};

async function bundled(bundler: Bundler, name: string, code: string): Promise<string> {
  const entry = join(application, `${name}.js`);
  writeFileSync(entry, code);
  const made = await bundler(entry);
  // Some write letters of other scripts by their numbers.
  return made.replace(/\\u([\da-f]{4})/gi, (_all, digits: string) =>
    String.fromCharCode(parseInt(digits, 16)),
  );
}

/** How many marks of each widget a bundle holds. */
const held = (code: string) =>
  Object.fromEntries(
    Object.entries(marks).map(([widget, texts]) => [
      widget,
      texts.filter((text) => code.includes(text)).length,
    ]),
  );

/** All marks of one widget and none of the others. */
const only = (widget: string) =>
  Object.fromEntries(
    Object.entries(marks).map(([name, texts]) => [name, name === widget ? texts.length : 0]),
  );

for (const [tool, bundler] of Object.entries(bundlers)) {
  for (const [widget, className] of Object.entries(classes)) {
    test(`${tool}: an application that imports ${widget} alone carries nothing of the others`, async () => {
      const code = `import 'riac-widgets/${widget}';`;
      const result = await bundled(bundler, `${tool}-${widget}`, code);
      assert.deepEqual(held(result), only(widget));
      assert.match(result, new RegExp(`riac-${widget}`));
    });

    test(`${tool}: the class of ${widget} comes without the others, and defines nothing`, async () => {
      const code = `import { ${className} } from 'riac-widgets/classes';\nglobalThis.mine = ${className};`;
      const result = await bundled(bundler, `${tool}-${widget}-class`, code);
      assert.deepEqual(held(result), only(widget));
      assert.doesNotMatch(result, /["'`]riac-(star-rating|share-bar|poll)["'`]/);
    });
  }

  test(`${tool}: the whole package carries all, which this test would see`, async () => {
    const result = await bundled(bundler, `${tool}-all`, "import 'riac-widgets';");
    const all = Object.entries(marks).map(([name, texts]) => [name, texts.length]);
    assert.deepEqual(held(result), Object.fromEntries(all));
  });

  test(`${tool}: what an element fetches only when asked comes along`, async () => {
    const result = await bundled(bundler, `${tool}-further`, "import 'riac-widgets';");
    // A rare network, the archive of polls, the debug panel.
    for (const mark of [
      'https://www.instapaper.com',
      'No poll has closed yet.',
      'Access-Control-Allow-Origin',
    ])
      assert.ok(result.includes(mark), mark);
  });

  test(`${tool}: what is imported for its effect is kept, and a table brings no widget`, async () => {
    const code = "import 'riac-widgets/i18n/de';\nimport 'riac-widgets/adapters/static';";
    const result = await bundled(bundler, `${tool}-companions`, code);
    assert.match(result, /Diesen Artikel bewerten/);
    assert.deepEqual(held(result), { 'star-rating': 0, 'share-bar': 0, poll: 0 });
  });
}
