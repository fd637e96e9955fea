/**
 * Shows which source files take the bytes of the minified bundle. `npm run weight` writes a treemap to
 * demo/build/weight/treemap.html, and the sizes with one line for each file to files.yml beside it.
 */
import { visualizer } from 'rollup-plugin-visualizer';
import { bundle } from '../rollup.config.mjs';

const folder = 'demo/build/weight';
const draw = (template, file) =>
  visualizer({
    template,
    filename: `${folder}/${file}`,
    sourcemap: true,
    title: 'riac-widgets.js',
  });

export default {
  ...bundle,
  output: {
    ...bundle.output,
    file: `${folder}/riac-widgets.js`,
    sourcemapPathTransform: undefined,
  },
  plugins: [...bundle.plugins, draw('treemap', 'treemap.html'), draw('list', 'files.yml')],
};
