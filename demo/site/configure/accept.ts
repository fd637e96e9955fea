/** What may stand in a configuration. An address can be written by anyone: everything passes here. */

const longest = 2000;

/** Text as a field of a page can hold it: no control characters, no halves of a character. */
export const cleanText = (text) =>
  text
    .slice(0, longest)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

function isNumber(text, { least = -Infinity, most = Infinity }) {
  const value = Number(text);
  return /^\d{1,6}(\.\d{1,3})?$/.test(text) && value >= least && value <= most;
}

/** The value of an option as its attribute takes it, or `undefined` where it cannot. */
export function accepted(option, value) {
  if (option.kind === 'switch') return value === true || value === '' ? true : undefined;
  const text = cleanText(String(value));
  if (option.kind === 'number') return isNumber(text, option) ? text : undefined;
  if (option.kind === 'choice') return option.words.includes(text) ? text : undefined;
  return text;
}

function isBalanced(text) {
  let depth = 0;
  for (const sign of text) {
    depth += Number(sign === '(') - Number(sign === ')');
    if (depth < 0) return false;
  }
  return depth === 0;
}

const properties = { color: 'color', length: 'inline-size' };

/**
 * The value of a custom property, or `undefined` for what a browser would not take, or what would
 * reach beyond its place in a style sheet.
 */
export function acceptedStyle({ kind }, value, supports = (...parts) => CSS.supports(...parts)) {
  const text = String(value).trim().slice(0, longest);
  const plain = /^[-\w#%.,()/ +*]+$/.test(text) && !text.includes('/*') && isBalanced(text);
  return plain && supports(properties[kind], text) ? text : undefined;
}

/** What is written for a property that looks different in the dark. */
export function styleValue({ light, dark }) {
  if (light && dark && light !== dark) return `light-dark(${light}, ${dark})`;
  return light ?? dark;
}
