/**
 * Writes the tables of attributes, events, slots, parts and custom properties into README.md, from
 * custom-elements.json. With `--check` it only tells whether they are up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const readme = new URL('../README.md', import.meta.url);
const manifest = new URL('../custom-elements.json', import.meta.url);
const [start, end] = ['<!-- reference:start -->', '<!-- reference:end -->'];

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const code = (text) => (text ? `\`${text}\`` : '');

function table(title, entries, columns) {
  if (!entries?.length) return [];
  const head = [title, ...columns.map(([name]) => name)];
  const lines = entries.map((entry) =>
    row(code(entry.name) || '(default)', ...columns.map(([, read]) => read(entry))),
  );
  return [row(...head), row(...head.map(() => '---')), ...lines, ''];
}

const meaning = ['Meaning', ({ description }) => description];
const type = ['Type', ({ type }) => code(type?.text)];

function section({ tagName, description, attributes, events, slots, cssParts, cssProperties }) {
  return [
    `### \`<${tagName}>\``,
    '',
    cell(description),
    '',
    ...table('Attribute', attributes, [type, meaning]),
    ...table('Event', events, [type, meaning]),
    ...table('Slot', slots, [meaning]),
    ...table('Part', cssParts, [meaning]),
    ...table('Custom property', cssProperties, [meaning]),
  ];
}

const { modules } = JSON.parse(readFileSync(manifest, 'utf8'));
const elements = modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ customElement }) => customElement)
  .sort((a, b) => b.tagName.localeCompare(a.tagName));
const text = readFileSync(readme, 'utf8');
const [before, rest] = text.split(start);
const after = rest.split(end)[1];
const joined = [before + start, '', ...elements.flatMap(section), end + after].join('\n');
const config = await resolveConfig(readme);
const wanted = await format(joined, { ...config, parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(readme, wanted);
else if (text !== wanted) {
  console.error('README.md: the reference is out of date; run npm run docs');
  process.exitCode = 1;
}
