/**
 * Writes the tables of attributes, events, slots, parts, custom properties and states into README.md,
 * from custom-elements.json. With `--check` it writes nothing and fails when a table is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, meaning, readManifest, table, type } from './manifest.mjs';

const readme = new URL('../README.md', import.meta.url);
const [start, end] = ['<!-- reference:start -->', '<!-- reference:end -->'];

/** The HTML example of each element. */
const examples = {
  'riac-star-rating': '<riac-star-rating item="us-policy" summary="full short"></riac-star-rating>',
  'riac-share-bar': '<riac-share-bar networks="x telegram vk email copy" counts></riac-share-bar>',
  'riac-poll': '<riac-poll item="us-goals" sort="votes"></riac-poll>',
};

function section({ tagName, description, attributes, events, slots, ...rest }) {
  return [
    `### \`<${tagName}>\``,
    '',
    describe(description),
    '',
    '```html',
    examples[tagName],
    '```',
    '',
    ...table('Attribute', attributes, [type, meaning]),
    ...table('Event', events, [type, meaning]),
    ...table('Slot', slots, [meaning]),
    ...table('Part', rest.cssParts, [meaning]),
    ...table('Custom property', rest.cssProperties, [meaning]),
    ...table('State', rest.cssStates, [meaning]),
  ];
}

const text = readFileSync(readme, 'utf8');
const [before, rest] = text.split(start);
const after = rest.split(end)[1];
const tables = readManifest().elements.flatMap(section);
const joined = [before + start, '', ...tables, end + after].join('\n');
const config = await resolveConfig(readme);
const wanted = await format(joined, { ...config, parser: 'markdown' });

if (!process.argv.includes('--check')) writeFileSync(readme, wanted);
else if (text !== wanted) {
  console.error('README.md: the reference is out of date; run npm run docs');
  process.exitCode = 1;
}
