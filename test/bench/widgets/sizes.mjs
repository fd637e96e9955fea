import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, sources, weigh } from './bundles.mjs';
import { project } from './rivals.mjs';

const entry = (name) => (name.startsWith('riac-') ? `${name}, alone, with Lit` : name);

/** Bytes of the whole kit as shipped, and of every widget alone with all it needs. */
export async function measureSizes(rivals) {
  const rows = {
    'riac-widgets.js, the whole kit': weigh(readFileSync(join(project, 'dist', 'riac-widgets.js'))),
  };
  for (const name of Object.keys(sources)) {
    const { script, style } = await bundle(name, rivals);
    rows[entry(name)] = weigh(script, style);
  }
  return rows;
}
