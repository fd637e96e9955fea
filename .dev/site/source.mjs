/** Reads data from the widgets' own modules. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Returns the exports of a TypeScript module. The module must not use the DOM while it loads. */
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

/** Returns the share bar's networks: `first` are in the bundle, `further` in a separate file. */
export async function readNetworks(root) {
  const of = (name) => exportsOf(join(root, `src/share-bar/share-bar-${name}.ts`));
  const [{ shareNetworks }, { furtherNetworks }] = [await of('networks'), await of('further')];
  return { first: shareNetworks, further: furtherNetworks };
}
