/** Writes the reference of one element as Markdown, from custom-elements.json. */
import { code, meaning, readManifest, table, type } from '../manifest.mjs';

const { elements, classes } = readManifest();

const isOpen = ({ kind, privacy, static: isStatic, name }) =>
  kind === 'field' && !privacy?.match(/private|protected/) && !isStatic && !name.startsWith('#');

/** The table of attributes with their properties, then of properties that have no attribute. */
function options({ members = [], attributes = [] }) {
  const named = new Set(attributes.map(({ fieldName }) => fieldName));
  const others = members.filter((one) => isOpen(one) && one.description && !named.has(one.name));
  return [
    ...attributes,
    ...others.map(({ name, ...rest }) => ({ ...rest, name: '—', fieldName: name })),
  ];
}

const property = ['Property', ({ fieldName }) => code(fieldName)];

const methods = ({ members = [] }) =>
  members
    .filter(({ kind, privacy, description }) => kind === 'method' && !privacy && description)
    .map((method) => ({
      ...method,
      name: `${method.name}(${(method.parameters ?? []).map(({ name }) => name).join(', ')})`,
    }));

/** The fields of an event's class. */
function fieldsOf(event) {
  const { members = [] } = classes.get(event.type?.text) ?? {};
  const names = members.filter(isOpen).map(({ name }) => code(name));
  return names.join(', ');
}

const section = (title, lines) => (lines.length ? [`## ${title}`, '', ...lines] : []);

export function referenceOf(tagName) {
  const element = elements.find((one) => one.tagName === tagName);
  if (!element) throw new Error(`custom-elements.json knows no <${tagName}>.`);
  const fields = ['Fields', fieldsOf];
  return [
    ...section(
      'Attributes and properties',
      table('Attribute', options(element), [property, type, meaning]),
    ),
    ...section('Methods', table('Method', methods(element), [meaning])),
    ...section('Events', table('Event', element.events, [type, fields, meaning])),
    ...section('Slots', table('Slot', element.slots, [meaning])),
    ...section('Parts', table('Part', element.cssParts, [meaning])),
    ...section('Custom properties', table('Custom property', element.cssProperties, [meaning])),
    ...section('States', table('State', element.cssStates, [meaning])),
  ].join('\n');
}
