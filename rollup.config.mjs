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
// esbuild escapes `</script>` by default. No page inlines the output, so this is not needed.
const syntax = { target: 'es2022', supported: { 'inline-script': false } };
const compile = () =>
  esbuild({
    ...syntax,
    tsconfig: 'tsconfig.json',
    define: { __VERSION__: JSON.stringify(version) },
  });

/**
 * Compiles with esbuild before Terser, because Terser gives every private field of a file another name
 * (`#Pt`). esbuild starts again with `#t` in each class. The repeated names compress 200 bytes better.
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

/** Source files of features that few pages need. An element fetches each from a separate file. */
const furtherFiles = {
  'debug-panel': 'riac-widgets-debug.js',
  'poll-archive': 'riac-widgets-archive.js',
  'share-bar-further': 'riac-widgets-networks.js',
};
const furtherFileOf = (id) => furtherFiles[parse(id).name];
const paths = (id) => (furtherFileOf(id) ? `./${furtherFileOf(id)}` : id);

const external = (id) => !/^[./]/.test(id) || Boolean(furtherFileOf(id));

/** The single minified file that a page loads. It contains Lit. */
export const bundle = {
  input: 'src/bundle.ts',
  external: (id) => Boolean(furtherFileOf(id)),
  output: {
    file: 'dist/riac-widgets.js',
    format: 'es',
    sourcemap: true,
    banner,
    paths,
    // Makes paths in the source map independent of the folder of the packages.
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

/** Collects the licences of bundled libraries that demand a notice. */
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

/** One entry for each React component, so that a bundler can leave out unused ones. */
const components = Object.fromEntries(
  widgetNames.map((name) => [`react/${name}`, `src/react/${name}.ts`]),
);

/** Modules for applications with a bundler. Lit stays an import. */
const modules = {
  input: { ...entries, ...components },
  external,
  output: {
    dir: 'dist/esm',
    format: 'es',
    sourcemap: true,
    paths,
    chunkFileNames: 'shared-[hash].js',
    // With hoisting, a file that only re-exports others would import and run all of them.
    hoistTransitiveImports: false,
    // React Server Components need this directive in modules that also run in the browser.
    banner: ({ name }) => (/^react/.test(name) ? "'use client';" : ''),
  },
  plugins: [compile(), minifyLiterals()],
};

/**
 * Adapters and languages, each in a separate file, for applications and for pages with the bundle. They
 * find the widgets through a registry.
 */
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

/** The program that tests a back end against the contract. It needs only Node. */
const conformance = {
  input: 'test/conformance/cli.ts',
  external: /^node:/,
  output: { file: 'dist/conformance.js', format: 'es' },
  plugins: [resolve({ exportConditions: ['node'] }), compile()],
};

export default [bundle, ...further, modules, ...besides, types, conformance];
