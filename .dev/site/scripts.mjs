/** The scripts of the site: TypeScript of demo/site, one file for each entry, with what it imports inside. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Entries lie in the site as pages name them; their parts in folders that hold no other entry. */
const applications = ['configure/configure', 'configure/frame', 'editor/editor'];

const entriesIn = (source) => [
  ...readdirSync(source).filter((name) => name.endsWith('.ts')),
  ...applications.map((name) => `${name}.ts`),
];

/**
 * Writes each entry beside the pages, with a source map. Modules that the site serves by themselves
 * stay imports.
 * @param source - The folder of the site's sources.
 * @param target - Where the site goes.
 */
export const writeScripts = (source, target) =>
  build({
    entryPoints: entriesIn(source).map((name) => join(source, name)),
    outbase: source,
    outdir: target,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    sourcemap: true,
    sourcesContent: true,
    // Without "production" Lit logs its development notice.
    conditions: ['production'],
    legalComments: 'linked',
    logLevel: 'warning',
  });
