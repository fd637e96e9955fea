import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { project } from './rivals.mjs';

const from = (...names) => names.map((name) => `import '${name}';`).join('\n');

/** What each module of the comparison says, as an application that uses one widget would. */
export const sources = {
  'riac-star-rating': from('./dist/esm/star-rating-define.js'),
  'riac-share-bar': from('./dist/esm/share-bar-define.js'),
  'riac-poll': from('./dist/esm/poll-define.js'),
  'Shoelace rating': from('@shoelace-style/shoelace/dist/components/rating/rating.js'),
  'Web Awesome rating': from('@awesome.me/webawesome/dist/components/rating/rating.js'),
  'MUI Rating and React': `
    import { createElement } from 'react';
    import { createRoot } from 'react-dom/client';
    import Rating from '@mui/material/Rating';
    globalThis.mount = (target) => createRoot(target).render(createElement(Rating));`,
  Shareon: `import { init } from 'shareon'; import 'shareon/css'; globalThis.initShareon = init;`,
  Shariff: from('shariff/dist/shariff.complete.js', 'shariff/dist/shariff.complete.css'),
  'SurveyJS poll': `
    import { Model } from 'survey-core';
    import 'survey-core/survey-core.css';
    import { renderSurvey } from 'survey-js-ui';
    globalThis.showSurvey = (json, target) => renderSurvey(new Model(json), target);`,
};

/** @returns `{script, style}` as bytes, minified, everything the widget needs inside. */
export async function bundle(name, rivals) {
  const own = name.startsWith('riac-');
  const { outputFiles } = await build({
    stdin: { contents: sources[name], resolveDir: own ? project : rivals, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    outdir: join(project, 'node_modules', '.cache', 'riac-bench', 'out'),
    write: false,
    conditions: ['production', 'browser', 'style'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: Object.fromEntries(
      ['.svg', '.woff', '.woff2', '.ttf', '.eot'].map((ending) => [ending, 'empty']),
    ),
    logLevel: 'error',
  });
  const part = (ending) =>
    outputFiles.find(({ path }) => path.endsWith(ending))?.contents ?? new Uint8Array();
  return { script: part('.js'), style: part('.css') };
}

export const weigh = (...parts) => {
  const sum = (measure) => parts.reduce((total, bytes) => total + measure(bytes), 0);
  const brotli = (bytes) =>
    bytes.length &&
    brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }).length;
  return {
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => bytes.length && gzipSync(bytes, { level: 9 }).length),
    brotli: sum(brotli),
  };
};
