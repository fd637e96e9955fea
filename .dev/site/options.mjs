/** Reduces the manifest to the data that the configurator's controls need. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../manifest.mjs';
import { readNetworks } from './source.mjs';

/** Chooses the kind of control for a TypeScript type. A union of strings becomes a choice. */
function kindOf(text = '') {
  const words = [...text.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  if (words.length) return { kind: 'choice', words };
  if (/\bboolean\b/.test(text)) return { kind: 'switch' };
  return { kind: /\bnumber\b/.test(text) ? 'number' : 'text' };
}

/** Finds the limits of a number in its description, such as "Number of stars, 1 to 10". */
function limits(description) {
  const [, least, most] = /\b(\d+) to (\d+)\b/.exec(description) ?? [];
  return least ? { least: Number(least), most: Number(most) } : {};
}

function attribute({ name, fieldName, type, default: value, description = '' }) {
  const { kind, words } = kindOf(type?.text);
  const usual = /^'(.+)'$/.exec(value ?? '')?.[1];
  return {
    name,
    property: fieldName ?? name,
    kind,
    ...(words && { words }),
    ...(kind === 'number' && limits(description)),
    ...(usual && { usual }),
    description,
  };
}

/** The fallback value in `var(--riac-…, value)`, up to the matching bracket. */
function fallbackOf(styles, name) {
  const start = styles.indexOf(`var(${name},`);
  if (start < 0) return undefined;
  const from = start + `var(${name},`.length;
  for (let at = from, depth = 1; at < styles.length; at++) {
    depth += Number(styles[at] === '(') - Number(styles[at] === ')');
    if (depth === 0) return styles.slice(from, at).trim();
  }
  return undefined;
}

const isLength = (name) => /-(size|radius|gap)$/.test(name);

function custom({ name, description }, styles) {
  const usual = fallbackOf(styles, name);
  // `var(--_accent)` is the element's private copy of `--riac-accent`.
  const followed = /^var\(--_([\w-]+)\)$/.exec(usual ?? '')?.[1];
  const follows = followed && fallbackOf(styles, `--riac-${followed}`) && `--riac-${followed}`;
  return {
    name,
    kind: isLength(name) ? 'length' : 'color',
    ...(follows && { follows }),
    ...(usual && !followed && { usual }),
    description,
  };
}

function stylesOf(root) {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('styles.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** Returns the content of options.json, from which the configurator builds its controls. */
export async function readOptions(root) {
  const styles = stylesOf(root);
  const widgets = readManifest().elements.map(({ tagName, attributes, cssProperties }) => ({
    name: tagName.replace('riac-', ''),
    tag: tagName,
    attributes: attributes.map(attribute),
    styles: cssProperties.map((property) => custom(property, styles)),
  }));
  const { first, further } = await readNetworks(root);
  return { widgets, networks: [...first, ...further].map(({ id }) => id) };
}
