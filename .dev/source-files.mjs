/** Which files of src are built by themselves, read from its folders: nobody keeps a list of them. */
import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(source, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'))
  .sort();

const namesIn = (folder) =>
  files.filter((path) => parse(path).dir === folder).map((path) => parse(path).name);

/** Names of the widgets: a folder is one when a file in it defines its tag. */
export const widgetNames = files
  .map((path) => parse(path))
  .filter(({ dir, name }) => name === `${dir}-define`)
  .map(({ dir }) => dir);

/** Adapters; `bitrix-totals` is a part of `bitrix`, which imports it. */
const adapters = namesIn('adapters').filter(
  (name, _at, names) => !names.some((other) => name.startsWith(`${other}-`)),
);

/** Modules beside the bundle, of the same path: every language and every adapter. */
export const companionFiles = [
  ...adapters.map((name) => `adapters/${name}`),
  ...namesIn('i18n').map((name) => `i18n/${name}`),
];

/** The path of the one source file of that name, wherever in src it is. */
export function sourceOf(name) {
  const found = files.filter((path) => parse(path).name === name);
  if (found.length !== 1) throw new Error(`src has ${found.length} files named ${name}.ts.`);
  return `src/${found[0]}`;
}
