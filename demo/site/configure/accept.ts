/**
 * Checks of what a configuration may hold. An address can be written by anyone, so every value of one
 * passes here.
 */
import type { OptionValue, Schemes } from './configuration.js';
import type { Option, StyleOption } from './widgets.js';

const longest = 2000;

const controlCharacters = new RegExp(
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff]',
  'g',
);
const halfCharacters = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as a field of a page can hold it: no control characters, no halves of a character. */
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

/** The value of an option as its attribute takes it, or `undefined` where it cannot. */
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

/** Whether a style property takes a value, as `CSS.supports` tells. */
export type Supports = (property: string, value: string) => boolean;

const inBrowser: Supports = (property, value) => CSS.supports(property, value);

/**
 * The value of a custom property, or `undefined` for what a browser would not take, or what would
 * reach beyond its place in a style sheet.
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

/** What is written for a property that looks different in the dark. */
export function styleValue({ light, dark }: Schemes): string | undefined {
  if (light && dark && light !== dark) return `light-dark(${light}, ${dark})`;
  return light ?? dark;
}
