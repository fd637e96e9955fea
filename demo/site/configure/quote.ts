/** Escapes text for each language of the snippets. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Escapes a text for an HTML attribute in double quotes. */
export const inAttribute = (text: string) =>
  text.replace(/[&<>"\n\t]/g, (sign) => entities[sign] ?? sign);

/** Writes a text as a JavaScript string that is also safe inside a script element. */
export const inScript = (text: string) =>
  JSON.stringify(text)
    .replace(/<(?=[/!s])/gi, '\\u003c')
    .replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

/** Writes an attribute for JSX or Svelte: in quotes if no character is special there, else in braces. */
export const inBraces = (text: string) =>
  /^[^"'&<>{}\\\s]*(?: [^"'&<>{}\\\s]+)*$/.test(text) ? `"${text}"` : `{${inScript(text)}}`;

const widest = 72;

/** Writes a tag on one line if it fits, else with one attribute on each line. */
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
