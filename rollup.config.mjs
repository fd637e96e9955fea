import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { literalsHtmlCssMinifier as minifyLiterals } from '@literals/rollup-plugin-html-css-minifier';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import dts from 'rollup-plugin-dts';
import esbuild from 'rollup-plugin-esbuild';
import { slimLit } from './.dev/slim-lit.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! riac-widgets ${version}, MIT. Contains Lit, Copyright 2017 Google LLC, BSD-3-Clause. */`;
const compile = () =>
  esbuild({
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    // No output of ours is put between script tags of a page, so no end tag needs to be hidden.
    supported: { 'inline-script': false },
    define: { __VERSION__: JSON.stringify(version) },
  });

/**
 * Short names that differ in their last letter only: alike, they take less than those of the fewest
 * letters. Stands by itself, since it is copied into another thread.
 */
const names = {
  get(index) {
    const letters = 'etsirnaoldhcupmfgvbwykxjqz';
    const first = letters + letters.toUpperCase();
    if (index < first.length) return first[index];
    const rest = index - first.length;
    return this.get(Math.floor(rest / letters.length)) + letters[rest % letters.length];
  },
};

const squeeze = terser({
  ecma: 2022,
  module: true,
  mangle: { nth_identifier: names },
  compress: {
    passes: 3,
    inline: 1,
    keep_fargs: false,
    unsafe_arrows: true,
    pure_getters: true,
  },
  format: { comments: /^!/ },
});

/**
 * One keyword for all variables repeats itself better; every assignment has been checked by then.
 * Before the lines are joined, so that the source map stays right to the line.
 */
const oneKeyword = {
  name: 'one-keyword',
  renderChunk: (code) => ({
    code: code.replace(/(?<=^|[\s;{}()])const (?=[\w$[{])/gm, 'let '),
    map: null,
  }),
};

/** Words beside words and styles beside styles: like things next to each other pack best. */
const likeWithLike = {
  name: 'like-with-like',
  transform(code, id) {
    if (!id.endsWith('src/index.ts')) return null;
    const files = readdirSync('src', { recursive: true }).map((file) => file.replaceAll('\\', '/'));
    const pick = (end) => files.filter((file) => file.endsWith(end)).sort();
    const ends = ['-styles.ts', '-messages.ts', '-networks.ts', '-events.ts'];
    const first = ends.flatMap(pick).map((file) => `import './${file.replace(/ts$/, 'js')}';`);
    return { code: first.join('') + code, map: null };
  },
};

const entries = {
  index: 'src/index.ts',
  classes: 'src/classes.ts',
  'star-rating-define': 'src/star-rating/star-rating-define.ts',
  'share-bar-define': 'src/share-bar/share-bar-define.ts',
  'poll-define': 'src/poll/poll-define.ts',
  react: 'src/react/index.ts',
};

/** A file for each component, so that a bundler can leave out those that are not used. */
const components = Object.fromEntries(
  ['star-rating', 'share-bar', 'poll'].map((name) => [`react/${name}`, `src/react/${name}.ts`]),
);

/** What few pages need, by source: fetched when an element asks for it, from a file of its own. */
const furtherFiles = {
  'debug-panel': 'riac-widgets-debug.js',
  'poll-archive': 'riac-widgets-archive.js',
  'share-bar-further': 'riac-widgets-networks.js',
};
const furtherFileOf = (id) => furtherFiles[parse(id).name];
const paths = (id) => (furtherFileOf(id) ? `./${furtherFileOf(id)}` : id);

const external = (id) => !/^[./]/.test(id) || Boolean(furtherFileOf(id));

/** The one file that a page loads: everything inside, minified. */
const bundle = {
  input: 'src/index.ts',
  external: (id) => Boolean(furtherFileOf(id)),
  output: {
    file: 'dist/riac-widgets.js',
    format: 'es',
    sourcemap: true,
    banner,
    paths,
    // The same map wherever the packages are installed.
    sourcemapPathTransform: (path) => path.replace(/^.*\/node_modules\//, '../node_modules/'),
  },
  plugins: [
    slimLit,
    likeWithLike,
    resolve({ exportConditions: ['production'] }),
    compile(),
    minifyLiterals(),
    oneKeyword,
    squeeze,
  ],
};

const furtherFile = (input, notice = banner) => ({
  input,
  external: (id) => Boolean(furtherFileOf(id)) && parse(id).name !== parse(input).name,
  output: ['dist', 'dist/esm'].map((folder) => ({
    file: `${folder}/${furtherFileOf(input)}`,
    format: 'es',
    banner: notice,
    paths,
  })),
  plugins: [resolve(), compile(), squeeze],
});
const debugPanel = furtherFile('src/element/debug-panel.ts');
const archive = furtherFile('src/poll/poll-archive.ts');
const networks = furtherFile(
  'src/share-bar/share-bar-further.ts',
  `/*! riac-widgets ${version}, MIT. Contains lean-qr, Copyright 2021-2025 David Evans, MIT. */`,
);

/** Modules for applications that have a bundler of their own; Lit stays an import. */
const modules = {
  input: { ...entries, ...components },
  external,
  output: {
    dir: 'dist/esm',
    format: 'es',
    sourcemap: true,
    paths,
    chunkFileNames: 'shared-[hash].js',
    // Else a file that only hands on what others export would run all of them.
    hoistTransitiveImports: false,
    // Where React renders parts on the server only, these files are for the browser too.
    banner: ({ name }) => (/^react/.test(name) ? "'use client';" : ''),
  },
  plugins: [compile(), minifyLiterals()],
};

/** By themselves, for applications and, beside the bundle, for pages: they meet in the registry. */
const companions = Object.fromEntries(
  ['adapters/static', 'adapters/bitrix', 'i18n/de', 'i18n/es', 'i18n/fr', 'i18n/uk'].map((name) => [
    name,
    `src/${name}.ts`,
  ]),
);
const besides = Object.entries(companions).map(([name, input]) => ({
  input,
  output: { file: `dist/${name}.js`, format: 'es', banner },
  plugins: [compile(), squeeze],
}));

const types = {
  input: { ...entries, ...companions },
  external,
  output: { dir: 'dist/types', format: 'es', chunkFileNames: 'shared-[hash].d.ts' },
  plugins: [dts({ tsconfig: 'tsconfig.json' })],
};

/** Checks any back end against the contract; needs nothing but Node. */
const conformance = {
  input: 'test/conformance/cli.ts',
  external: /^node:/,
  output: { file: 'dist/conformance.js', format: 'es' },
  plugins: [resolve({ exportConditions: ['node'] }), compile()],
};

export default [bundle, debugPanel, archive, networks, modules, ...besides, types, conformance];
