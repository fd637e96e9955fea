/** Text as each language of the snippets has to write it. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** For an attribute of HTML. */
export const inAttribute = (text: string) =>
  text.replace(/[&<>"\n\t]/g, (sign) => entities[sign] ?? sign);

/** A string of JavaScript that is safe inside a script element, too. */
export const inScript = (text: string) =>
  JSON.stringify(text)
    .replace(/<(?=[/!s])/gi, '\\u003c')
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** For an attribute of JSX or Svelte: in quotes where nothing in it means anything, else a string. */
export const inBraces = (text: string) =>
  /^[^"'&<>{}\\\s]*(?: [^"'&<>{}\\\s]+)*$/.test(text) ? `"${text}"` : `{${inScript(text)}}`;

const widest = 72;

/** A tag on one line where it fits, else with one attribute a line. */
export function tag(
  name: string,
  attributes: readonly string[],
  { end = `></${name}>`, indent = '' } = {},
): string {
  const line = [`<${name}`, ...attributes].join(' ') + end;
  if (indent.length + line.length <= widest) return indent + line;
  return [
    `${indent}<${name}`,
    ...attributes.map((each) => `${indent}  ${each}`),
    indent + end.trimStart(),
  ].join('\n');
}
