/** The frame around a page: head, navigation, table of contents, footer. */
import { existsSync } from 'node:fs';
import { groups, languages } from './pages.mjs';
import { links, words } from './words.mjs';

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const site = new URL('../../demo/site', import.meta.url);
const isThere = (href) => {
  if (href.endsWith('/docs/')) return true;
  return existsSync(`${site.pathname}${href.endsWith('/') ? `${href}index.html` : href}`);
};

/** Address of the same page in the other language, or of that language's first page. */
export function translationOf(path, lang, paths) {
  const other = lang === 'en' ? 'ru' : 'en';
  const candidates =
    lang === 'en'
      ? [path.replace(/^\/en\//, '/ru/'), `/ru${path}`]
      : [path.replace(/^\/ru\//, '/en/'), path.replace(/^\/ru\//, '/')];
  const found = candidates.find((one) => one !== path && paths.has(one));
  const docs = path.includes('/docs/') && `/${other}/docs/`;
  return found ?? (docs || (other === 'ru' ? '/ru/' : '/'));
}

function current(href, path) {
  if (href === path) return ' aria-current="page"';
  return href.endsWith('/docs/') && path.startsWith(href) ? ' aria-current="true"' : '';
}

/** The masthead of every page. The search button stays hidden without JavaScript. */
export function masthead(path, lang, paths) {
  const say = words[lang];
  const home = lang === 'en' ? '/' : '/ru/';
  const entries = links[lang]
    .filter(([href]) => isThere(href))
    .map(([href, label]) => `<a href="${href}"${current(href, path)}>${label}</a>`);
  const switches = languages.map((one) => {
    const [short, long] = one === 'en' ? ['EN', 'English'] : ['RU', 'Русский'];
    const here = one === lang;
    const href = here ? path : translationOf(path, lang, paths);
    const mark = here ? ' aria-current="true"' : ` lang="${one}"`;
    return `<a href="${href}" hreflang="${one}"${mark}><abbr title="${long}">${short}</abbr></a>`;
  });
  return `<header class="masthead">
<a class="wordmark" href="${home}"${current(home, path)}>riac-widgets</a>
<div class="masthead-tools">
<button class="button plain search-open" type="button" data-search="/search-${lang}.json" data-hint="${say.searchHint}" data-none="${say.searchNone}" data-failed="${say.searchFailed}" data-close="${say.close}" hidden>${say.search} <kbd>/</kbd></button>
<nav class="languages" aria-label="${say.language}">${switches.join('\n')}</nav>
</div>
<nav class="site-links" aria-label="${say.site}">${entries.join('\n')}</nav>
<script type="module" src="/search.js"></script>
</header>`;
}

export const colophon = (lang) =>
  `<footer class="colophon"><p>${words[lang].colophon}</p></footer>`;

function docsNavigation({ path, lang, titles }) {
  const item = (name) => {
    const inLanguage = titles[lang].has(name);
    const of = inLanguage ? lang : 'en';
    const href = `/${of}/docs/${name}.html`;
    const foreign = inLanguage ? '' : ' hreflang="en" lang="en"';
    return `<li><a href="${href}"${foreign}${current(href, path)}>${escape(titles[of].get(name))}</a></li>`;
  };
  return groups
    .map(({ title, names }) => ({ title, known: names.filter((name) => titles.en.has(name)) }))
    .filter(({ known }) => known.length)
    .map(
      ({ title, known }) =>
        `<section><h2>${title[lang]}</h2><ul>${known.map(item).join('')}</ul></section>`,
    )
    .join('\n');
}

function neighbours({ name, lang, titles }) {
  const order = groups.flatMap(({ names }) => names).filter((one) => titles[lang].has(one));
  const place = order.indexOf(name);
  const link = (other, rel, label) =>
    other
      ? `<a rel="${rel}" href="/${lang}/docs/${other}.html"><span class="quiet">${label}</span> ${escape(titles[lang].get(other))}</a>`
      : '';
  const { previous, next, docs } = words[lang];
  if (place < 0) return '';
  return `<nav class="docs-next" aria-label="${previous}, ${next.toLowerCase()}" data-docs="${docs}">${link(order[place - 1], 'prev', previous)}${link(order[place + 1], 'next', next)}</nav>`;
}

function tableOfContents(sections, lang) {
  const entries = sections
    .filter(({ level }) => level === 2)
    .map(({ heading, slug }) => `<li><a href="#${slug}">${escape(heading)}</a></li>`);
  if (entries.length < 2) return '';
  return `<nav class="docs-toc" aria-labelledby="contents"><h2 class="label" id="contents">${words[lang].contents}</h2><ul>${entries.join('')}</ul></nav>`;
}

function head({ title, description, path, lang, paths }) {
  const other = translationOf(path, lang, paths);
  const translated = paths.has(other) && other.split('/').at(-1) === path.split('/').at(-1);
  const both = lang === 'en' ? [path, other] : [other, path];
  const alternates = translated
    ? languages.map((one, at) => `<link rel="alternate" hreflang="${one}" href="${both[at]}" />`)
    : [];
  return `<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escape(title)} · riac-widgets</title>
<meta name="description" content="${escape(description)}" />
<meta property="og:type" content="article" />
<meta property="og:title" content="${escape(title)}" />
<meta property="og:description" content="${escape(description)}" />
<meta name="theme-color" content="#fdfcf9" media="(prefers-color-scheme: light)" />
<meta name="theme-color" content="#171614" media="(prefers-color-scheme: dark)" />
<link rel="canonical" href="${path}" />
${alternates.join('\n')}
<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="/site.css" />
<link rel="stylesheet" href="/docs.css" />
<script type="module" src="/riac-widgets.js"></script>
<script type="module" src="/site.js"></script>`;
}

/** Returns the HTML of a documentation page. */
export function docsPage(page) {
  const { title, description, html, sections, lang, paths, path } = page;
  const say = words[lang];
  return `<!doctype html>
<html lang="${lang}">
<head>
${head(page)}
</head>
<body class="wide" data-riac-endpoint="/api/v1">
<a class="skip" href="#main">${say.skip}</a>
${masthead(path, lang, paths)}
<div class="docs">
<main id="main">
<header class="docs-head">
<p class="label strong"><a class="docs-up" href="#pages">${say.pages}</a><span>${say.docs}</span></p>
<h1>${escape(title)}</h1>
<p class="lead">${escape(description)}</p>
</header>
${tableOfContents(sections, lang)}
<div class="docs-text">
${html}
${neighbours(page)}
</div>
</main>
<nav class="docs-pages" id="pages" aria-label="${say.docs}">
${docsNavigation(page)}
</nav>
</div>
${colophon(lang)}
</body>
</html>
`;
}
