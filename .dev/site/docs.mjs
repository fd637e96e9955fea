/** Reads the Markdown texts of the documentation and renders them as pages. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderMarkdown, splitFrontMatter } from './markdown.mjs';
import { elementOf, groups, keptElsewhere, languages } from './pages.mjs';
import { referenceOf } from './reference.mjs';
import { madeTables } from './tables.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tables = await madeTables(root);

/** Replaces `<!-- integrity riac-widgets.js -->` in a text with the checksum of that built file. */
function withChecksums(text) {
  const file = join(root, 'dist', 'integrity.json');
  const sums = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return text.replace(/<!-- integrity ([\w./-]+) -->/g, (_all, name) => {
    if (!sums[name]) throw new Error(`${name} is not built: run npm run build.`);
    return sums[name];
  });
}

const order = groups.flatMap(({ names }) => names);

/** The body of a text outside demo/site/docs, without its title. Its links are relative to its folder. */
function foreignText(name) {
  const file = keptElsewhere[name];
  if (!file) return '';
  const [, ...lines] = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.join('\n').replaceAll('](../../README.md)', '](http.html)');
}

/** The links on the first page to all other pages, each with a description. */
function overview(pages, lang) {
  return groups
    .flatMap(({ title, names }) => {
      const own = pages.filter(({ name }) => names.includes(name));
      if (!own.length) return [];
      const lines = own.map(
        ({ name, title: label, description }) => `- [${label}](${name}.html): ${description}`,
      );
      return [`## ${title[lang]}`, '', ...lines, ''];
    })
    .join('\n');
}

function readText(lang, file) {
  const text = readFileSync(join(root, 'demo', 'site', 'docs', lang, file), 'utf8');
  const name = file.replace(/\.md$/, '');
  const { data, text: body } = splitFrontMatter(text);
  const extra = [
    foreignText(name),
    elementOf[name] && lang === 'en' ? referenceOf(elementOf[name]) : '',
  ];
  const made = Object.entries(tables).reduce(
    (whole, [mark, table]) => whole.replace(mark, () => table),
    body,
  );
  return { name, lang, ...data, body: [withChecksums(made), ...extra].filter(Boolean).join('\n') };
}

/** Returns all pages of the documentation as HTML, in the order of `groups`. */
export function readDocs() {
  return languages.flatMap((lang) => {
    const folder = join(root, 'demo', 'site', 'docs', lang);
    if (!existsSync(folder)) return [];
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => readText(lang, file))
      .sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
    return texts.map((text) => {
      const isFirst = text.name === 'index';
      if (!isFirst && !order.includes(text.name))
        throw new Error(`${text.name}.md stands in no group of pages.mjs.`);
      const body = isFirst ? `${text.body}\n${overview(texts, lang)}` : text.body;
      const path = `/${lang}/docs/${isFirst ? '' : `${text.name}.html`}`;
      const markdown = `# ${text.title}\n\n${text.description}\n\n${body.trim()}\n`;
      return { ...text, path, markdown, ...renderMarkdown(body, lang) };
    });
  });
}
