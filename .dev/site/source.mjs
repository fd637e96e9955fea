/** Data of the widgets as their own modules export it. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** What a module exports that touches no page while it loads. */
export async function exportsOf(file) {
  const options = {
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  };
  const [{ text }] = buildSync(options).outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/** The entries of the share bar: those of the bundle, and those of the file beside it. */
export async function readNetworks(root) {
  const of = (name) => exportsOf(join(root, `src/share-bar/share-bar-${name}.ts`));
  const [{ shareNetworks }, { furtherNetworks }] = [await of('networks'), await of('further')];
  return { first: shareNetworks, further: furtherNetworks };
}
