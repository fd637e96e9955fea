/** Finds the files of src that become separate outputs. It reads the folders, so there is no list. */
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

/** Names of the widgets. A folder belongs to a widget if it contains `<folder>-define.ts`. */
export const widgetNames = files
  .map((path) => parse(path))
  .filter(({ dir, name }) => name === `${dir}-define`)
  .map(({ dir }) => dir);

/** Names of the adapters. `bitrix-totals` is none, since `bitrix` imports it. */
const adapters = namesIn('adapters').filter(
  (name, _at, names) => !names.some((other) => name.startsWith(`${other}-`)),
);

/** Paths in src, without `.ts`, of modules beside the bundle: all adapters and all languages. */
export const companionFiles = [
  ...adapters.map((name) => `adapters/${name}`),
  ...namesIn('i18n').map((name) => `i18n/${name}`),
];

/** Returns the path of the only file in src with that name. Throws for none and for several. */
export function sourceOf(name) {
  const found = files.filter((path) => parse(path).name === name);
  if (found.length !== 1) throw new Error(`src has ${found.length} files named ${name}.ts.`);
  return `src/${found[0]}`;
}
