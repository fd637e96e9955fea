import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

export default {
  globs: ['src/*/*-element.ts', 'src/*/*-define.ts', 'src/*/*-events.ts', 'src/core/events.ts'],
  litelement: true,
  outdir: '.',
  plugins: [
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null }),
    customElementJetBrainsPlugin({ outdir: 'dist', excludeCss: true }),
  ],
};
