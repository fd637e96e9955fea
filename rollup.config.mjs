import { readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { literalsHtmlCssMinifier as minifyLiterals } from '@literals/rollup-plugin-html-css-minifier';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import dts from 'rollup-plugin-dts';
import esbuild, { minify } from 'rollup-plugin-esbuild';
import { slimLit } from './.dev/slim-lit.mjs';
import { companionFiles, sourceOf, widgetNames } from './.dev/source-files.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const banner = `/*! riac-widgets ${version}, MIT. Contains Lit, Copyright 2017 Google LLC, BSD-3-Clause. */`;
// No output of ours is put between script tags of a page, so no end tag needs to be hidden.
const syntax = { target: 'es2022', supported: { 'inline-script': false } };
const compile = () =>
  esbuild({
    ...syntax,
    tsconfig: 'tsconfig.json',
    define: { __VERSION__: JSON.stringify(version) },
  });

/**
 * Terser gives every private field of a file a name of its own (`#Pt`). esbuild goes first, since it
 * begins anew in each class (`#t`), and names that repeat take 200 bytes less of the packed bundle.
 */
const shrink = [
  minify({ ...syntax, minify: false, minifyIdentifiers: true }),
  terser({
    ecma: 2022,
    module: true,
    compress: {
      passes: 3,
      inline: 1,
      keep_fargs: false,
      unsafe_arrows: true,
      pure_getters: true,
    },
    format: { comments: /^!/ },
  }),
];

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
export const bundle = {
  input: 'src/bundle.ts',
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
    resolve({ exportConditions: ['production'] }),
    compile(),
    minifyLiterals(),
    shrink,
  ],
};

/** Libraries inside that their licence wants to be named. */
const inside = { 'share-bar-further': 'lean-qr, Copyright 2021-2025 David Evans, MIT' };

const further = Object.keys(furtherFiles).map((name) => ({
  input: sourceOf(name),
  external: (id) => Boolean(furtherFileOf(id)) && parse(id).name !== name,
  output: ['dist', 'dist/esm'].map((folder) => ({
    file: `${folder}/${furtherFiles[name]}`,
    format: 'es',
    banner: inside[name]
      ? `/*! riac-widgets ${version}, MIT. Contains ${inside[name]}. */`
      : banner,
    paths,
  })),
  plugins: [resolve(), compile(), shrink],
}));

const entries = {
  index: 'src/index.ts',
  classes: 'src/classes.ts',
  ...Object.fromEntries(
    widgetNames.map((name) => [`${name}-define`, `src/${name}/${name}-define.ts`]),
  ),
  react: 'src/react/index.ts',
};

/** A file for each component, so that a bundler can leave out those that are not used. */
const components = Object.fromEntries(
  widgetNames.map((name) => [`react/${name}`, `src/react/${name}.ts`]),
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
const companions = Object.fromEntries(companionFiles.map((name) => [name, `src/${name}.ts`]));
const besides = Object.entries(companions).map(([name, input]) => ({
  input,
  output: { file: `dist/${name}.js`, format: 'es', banner },
  plugins: [compile(), shrink],
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

export default [bundle, ...further, modules, ...besides, types, conformance];
