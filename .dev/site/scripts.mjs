/** Compiles the TypeScript of demo/site: one bundle for each entry. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Entries in subfolders. All other files of these folders are parts of an entry. */
const applications = ['configure/configure', 'configure/frame', 'editor/editor'];

const entriesIn = (source) => [
  ...readdirSync(source).filter((name) => name.endsWith('.ts')),
  ...applications.map((name) => `${name}.ts`),
];

/**
 * Writes each entry to the output folder, with a source map and at the same relative path.
 * @param source - Folder of the site's sources.
 * @param target - Output folder of the site.
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
    // Without the condition "production", Lit is bundled in development mode and logs a notice.
    conditions: ['production'],
    legalComments: 'linked',
    logLevel: 'warning',
  });
