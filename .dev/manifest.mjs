/** Reads custom-elements.json, the source of all tables, controls and lists about the elements. */
import { readFileSync } from 'node:fs';

const file = new URL('../custom-elements.json', import.meta.url);

/** Returns the elements and classes of the manifest. */
export function readManifest() {
  const { modules } = JSON.parse(readFileSync(file, 'utf8'));
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const elements = declarations
    .filter(({ customElement }) => customElement)
    .sort((a, b) => b.tagName.localeCompare(a.tagName));
  const classes = new Map(declarations.map((one) => [one.name, one]));
  return { elements, classes };
}

const cell = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
export const code = (text) => (text ? `\`${text}\`` : '');

/** Returns a Markdown table with the name of each entry in the first column, or nothing without entries. */
export function table(title, entries, columns) {
  if (!entries?.length) return [];
  const head = [title, ...columns.map(([name]) => name)];
  const lines = entries.map((entry) =>
    row(code(entry.name) || '(default)', ...columns.map(([, read]) => read(entry))),
  );
  return [row(...head), row(...head.map(() => '---')), ...lines, ''];
}

export const meaning = ['Meaning', ({ description }) => description];
export const type = ['Type', ({ type }) => code(type?.text)];
export const describe = cell;
