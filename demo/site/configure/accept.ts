/**
 * Checks the values of a configuration. Anyone can write an address, so each value of an address must
 * pass these checks.
 */
import type { OptionValue, Schemes } from './configuration.js';
import type { Option, StyleOption } from './widgets.js';

const longest = 2000;

const controlCharacters = new RegExp(
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff]',
  'g',
);
const halfCharacters = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Shortens a text and removes control characters and unpaired surrogates. */
export const cleanText = (text: string) =>
  text
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(controlCharacters, '')
    .replace(halfCharacters, '');

function isNumber(text: string, { least = -Infinity, most = Infinity }: Option): boolean {
  const value = Number(text);
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) && value >= least && value <= most;
}

/** Returns the value in the form that the attribute accepts, or `undefined` for an invalid value. */
export function accepted(option: Option, value: OptionValue): OptionValue | undefined {
  if (option.kind === 'switch') return value === true || value === '' ? true : undefined;
  const text = cleanText(String(value));
  if (option.kind === 'number') return isNumber(text, option) ? text : undefined;
  if (option.kind === 'choice') return option.words?.includes(text) ? text : undefined;
  return text;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    depth += Number(sign === '(') - Number(sign === ')');
    if (depth < 0) return false;
  }
  return depth === 0;
}

const properties = { color: 'color', length: 'inline-size' };

/** Like `CSS.supports`: true if the style property accepts the value. Tests pass their own function. */
export type Supports = (property: string, value: string) => boolean;

const inBrowser: Supports = (property, value) => CSS.supports(property, value);

/**
 * Returns the value of a custom property. Returns `undefined` for a value that the browser does not
 * accept, or that could end its declaration and add other CSS.
 */
export function acceptedStyle(
  { kind }: Pick<StyleOption, 'kind'>,
  value: string,
  supports = inBrowser,
): string | undefined {
  const text = value.trim().slice(0, longest);
  const plain = /^[-\w#%.,()/ +*]+$/.test(text) && !text.includes('/*') && isBalanced(text);
  return plain && supports(properties[kind], text) ? text : undefined;
}

/** The CSS value of a property, with `light-dark()` if it differs on dark pages. */
export function styleValue({ light, dark }: Schemes): string | undefined {
  if (light && dark && light !== dark) return `light-dark(${light}, ${dark})`;
  return light ?? dark;
}
