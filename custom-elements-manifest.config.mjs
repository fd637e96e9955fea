import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { packagedManifest } from './.dev/packaged-manifest.mjs';

export default {
  globs: ['src/*/*-element.ts', 'src/*/*-events.ts', 'src/data/events.ts'],
  litelement: true,
  outdir: '.',
  plugins: [
    packagedManifest,
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null }),
    customElementJetBrainsPlugin({ outdir: 'dist', excludeCss: true }),
  ],
};
