/**
 * Adds files to dist that no bundler makes: the style sheet, a copy of the bundle with the version in its
 * name, and integrity.json with the checksum of every file that a page may load. `npm run sri` prints the
 * checksums in the format of the `integrity` attribute (W3C Subresource Integrity).
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

copyFileSync(join(dist, 'riac-widgets.js'), join(dist, `riac-widgets-${version}.js`));

const sheet = readFileSync(join(root, 'src', 'riac-widgets.css'), 'utf8');
const { code } = transformSync(sheet, { loader: 'css', minify: true });
writeFileSync(join(dist, 'riac-widgets.css'), `/*! riac-widgets ${version}, MIT. */\n${code}`);

/** Files that pages load: the bundle, files that it fetches, adapters and languages, the style sheet. */
const forPages = /^(riac-widgets[\w.-]*\.(js|css)|(adapters|i18n)\/[\w-]+\.js)$/;
const files = readdirSync(dist, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => forPages.test(name))
  .sort();
const sums = Object.fromEntries(
  files.map((name) => {
    const hash = createHash('sha384').update(readFileSync(join(dist, name)));
    return [name, `sha384-${hash.digest('base64')}`];
  }),
);
writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(sums, null, 2)}\n`);

const width = Math.max(...files.map((name) => name.length));
for (const [name, sum] of Object.entries(sums)) console.log(name.padEnd(width), sum);
