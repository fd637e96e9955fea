import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Tags are registered by `defineOnce` in the -define files: the folder's name tells which. */
const tagNames = {
  name: 'tag-names',
  packageLinkPhase({ customElementsManifest }) {
    for (const { path, declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (declaration.customElement) declaration.tagName = `riac-${path.split('/')[1]}`;
      }
    }
  },
};

export default {
  globs: ['src/*/*-element.ts', 'src/*/*-events.ts', 'src/core/events.ts'],
  litelement: true,
  outdir: '.',
  plugins: [
    tagNames,
    customElementVsCodePlugin({ outdir: 'dist', cssFileName: null }),
    customElementJetBrainsPlugin({ outdir: 'dist', excludeCss: true }),
  ],
};
