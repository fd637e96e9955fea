/** Makes tables for the documentation from the source, so that they stay correct. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from '../manifest.mjs';
import { companionFiles } from '../source-files.mjs';
import { exportsOf, readNetworks } from './source.mjs';

const code = (text) => `\`${text}\``;

function networkTable(networks) {
  const lines = networks.map(({ id, label, href }) => {
    const leads = href ? code(href) : 'what the bar does itself';
    return `| ${code(id)} | ${label} | ${leads} |`;
  });
  return ['| Name | Label | Leads to |', '| --- | --- | --- |', ...lines].join('\n');
}

const worded = (message) =>
  describe(typeof message === 'string' ? message : Object.values(message ?? {}).join(' / '));

const titles = { 'common-messages.ts': 'Rating and poll' };

async function messageTable(root, file) {
  const [dictionary] = Object.values(await exportsOf(join(root, file)));
  const { en, ru } = dictionary;
  const name = file.split('/').at(-1);
  const title = titles[name] ?? name.replace('-messages.ts', '').replaceAll('-', ' ');
  const lines = Object.keys(en).map(
    (key) => `| ${code(key)} | ${worded(en[key])} | ${worded(ru[key])} |`,
  );
  const heading = `### ${title[0].toUpperCase()}${title.slice(1)}`;
  return [heading, '', '| Name | English | Russian |', '| --- | --- | --- |', ...lines, ''].join(
    '\n',
  );
}

async function messageTables(root) {
  const files = readdirSync(join(root, 'src'), { recursive: true })
    .filter((file) => file.endsWith('-messages.ts'))
    .sort();
  const tables = await Promise.all(files.map((file) => messageTable(root, `src/${file}`)));
  return tables.join('\n');
}

function languageTable() {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const lines = companionFiles
    .filter((path) => path.startsWith('i18n/'))
    .map((path) => [names.of(path.slice('i18n/'.length)), path])
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, path]) => `| ${name} | ${code(`${path}.js`)} | ${code(`riac-widgets/${path}`)} |`);
  return ['| Language | File | Entry |', '| --- | --- | --- |', ...lines].join('\n');
}

/** Returns Markdown tables by the comment that each replaces in a text. */
export async function madeTables(root) {
  const { first, further } = await readNetworks(root);
  return {
    '<!-- networks -->': networkTable(first),
    '<!-- further networks -->': networkTable(further),
    '<!-- languages -->': languageTable(),
    '<!-- messages -->': await messageTables(root),
  };
}
