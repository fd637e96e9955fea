/**
 * Writes the site as static files for any web server: `npm run build:site`. It reads these variables:
 *
 * SITE_ENDPOINT  base URL of the API that the pages use. Default: `/api/v1` on the server of the pages
 * SITE_FOLDER    output folder; other files in it stay. Default: demo/build/site, which is emptied first
 * SITE_URL       address of the site's root, such as https://news.example/widgets/. Its path goes before
 *                every link, and addresses for search engines become absolute. Default: none
 *
 * The build copies the pages of demo/site, bundles each style sheet with its imports, and compiles the
 * scripts. It replaces `<!-- masthead -->` in a page with the navigation of the site, and a comment such
 * as `<!-- weight:brotli -->` with a figure of the bundle in dist.
 * Texts of demo/site/docs/{en,ru} become pages under /en/docs/ and /ru/docs/.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, transformSync } from 'esbuild';
import { readDocs } from './docs.mjs';
import { readFigures, withFigures } from './figures.mjs';
import { colophon, docsPage, masthead } from './layout.mjs';
import { llms, sitemap } from './listings.mjs';
import { readOptions } from './options.mjs';
import { relocate } from './relocate.mjs';
import { languages } from './pages.mjs';
import { writeScripts } from './scripts.mjs';
import { searchIndex } from './search-index.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'demo', 'site');
const own = join(root, 'demo', 'build', 'site');
const target = resolve(process.env.SITE_FOLDER || own);
const place = {
  url: process.env.SITE_URL,
  endpoint: process.env.SITE_ENDPOINT || '/api/v1',
};

function write(path, text) {
  const file = join(target, path.endsWith('/') ? `${path}index.html` : path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const pathOf = (file) =>
  `/${relative(source, file).split(sep).join('/')}`.replace(/\/index\.html$/, '/');

/** Minifies code. */
const squeeze = (text, loader) => transformSync(text, { loader, minify: true }).code;

/** Writes a style sheet with its imports as one file, so that a page needs a single request for it. */
function writeStyles(file) {
  const [{ text }] = buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
  }).outputFiles;
  write(pathOf(file), text);
}

function copyScripts() {
  const library = join(root, 'node_modules', 'minisearch', 'dist', 'es', 'index.js');
  write('/minisearch.js', squeeze(readFileSync(library, 'utf8'), 'js'));
  const bundle = join(root, 'dist');
  for (const name of existsSync(bundle) ? readdirSync(bundle) : []) {
    if (/^(riac-widgets.*\.(js|css|map)|integrity\.json|adapters|i18n)$/.test(name))
      cpSync(join(bundle, name), join(target, name), { recursive: true });
  }
}

if (target === own) rmSync(own, { recursive: true, force: true });
const isText = (file) => relative(source, file).split(sep)[0] === 'docs';
const isScript = (file) => file.endsWith('.ts');
/** Names of folders whose files are parts of others, so that the build does not copy them. */
const parts = ['styles', 'shared'];
const isPart = (file) => parts.includes(basename(dirname(file))) || parts.includes(basename(file));
cpSync(source, target, {
  recursive: true,
  filter: (file) => !isText(file) && !isScript(file) && !isPart(file),
});
copyScripts();
await writeScripts(source, target);

const figures = readFigures(root);
write('/configure/options.json', JSON.stringify({ ...(await readOptions(root)), bundle: figures }));

const files = readdirSync(source, { recursive: true }).map((name) => join(source, name));
for (const file of files) if (file.endsWith('.css') && !isPart(file)) writeStyles(file);
const written = files
  .filter((file) => file.endsWith('.html') && !isText(file))
  .map((file) => ({ path: pathOf(file), html: readFileSync(file, 'utf8') }))
  .map((page) => ({ ...page, lang: /<html lang="ru"/.test(page.html) ? 'ru' : 'en' }));
const docs = readDocs();
const paths = new Set([...written, ...docs].map(({ path }) => path));
const titles = Object.fromEntries(
  languages.map((lang) => [
    lang,
    new Map(docs.filter((page) => page.lang === lang).map(({ name, title }) => [name, title])),
  ]),
);

const framed = written.map(({ html, ...page }) => ({
  ...page,
  html: withFigures(html, page.lang, figures)
    .replace('<!-- masthead -->', () => masthead(page.path, page.lang, paths))
    .replace('<!-- colophon -->', () => colophon(page.lang)),
}));
const pages = [
  ...framed,
  ...docs.map((page) => ({ ...page, html: docsPage({ ...page, paths, titles }) })),
];

for (const { path, html } of pages) write(path, relocate(html, place));
for (const { path, markdown } of docs)
  write(path.replace(/\/$/, '/index').replace(/(\.html)?$/, '.md'), markdown);
for (const lang of languages) write(`/search-${lang}.json`, searchIndex(docs, lang, place));
write('/en/docs/nginx.example.conf', readFileSync(join(root, 'demo/server/nginx.example.conf')));
write('/sitemap.xml', sitemap(pages, place));
write('/llms.txt', llms(docs, place));
write('/robots.txt', 'User-agent: *\nAllow: /\n');
