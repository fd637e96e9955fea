/** The form with all options of a widget in groups. The first group has all options that no group names. */
import type { Bench } from './configuration.js';
import { optionControl } from './controls.js';
import { h } from './dom.js';
import { themeForm } from './theme-form.js';
import type { Option } from './widgets.js';
import { t } from './words.js';

const named = {
  source: ['endpoint', 'src', 'item', 'adapter', 'live', 'debug'],
  form: ['name', 'value', 'required', 'disabled', 'readonly', 'reason'],
};

const groups = ['main', 'source', 'form'] as const;

type Group = (typeof groups)[number];

const groupOf = ({ name }: Option): Group => {
  if (named.source.includes(name)) return 'source';
  return named.form.includes(name) ? 'form' : 'main';
};

type Fields = Iterator<HTMLElement, void> & Iterable<HTMLElement>;

/**
 * Makes a group of options. It creates its fields one by one in separate tasks, so that a slow phone
 * stays responsive, and then shows them together. If the reader opens the group earlier, it creates the
 * rest at once.
 */
function group(name: Group | 'theme', fields: Fields) {
  const place = h('div', { className: 'fields', 'aria-busy': 'true' });
  const made: HTMLElement[] = [];
  const complete = () => {
    place.append(...made.splice(0), ...fields);
    place.removeAttribute('aria-busy');
  };
  const go = () => {
    const { done, value } = fields.next();
    if (done) return complete();
    made.push(value);
    setTimeout(go);
  };
  const summary = h('summary', { onclick: complete }, h('h3', {}, t(name)));
  setTimeout(go);
  const open = name === 'main';
  return { element: h('details', { className: 'group', open }, summary, place), complete };
}

/**
 * @param networks - Ids of all share networks.
 * @returns The groups, and `complete`, which creates all missing fields at once.
 */
export function optionsForm(bench: Bench, networks: readonly string[]) {
  const { widget, configuration, changed } = bench;
  const controls = function* (options: readonly Option[]) {
    for (const option of options) {
      yield optionControl(option, {
        widget: widget.name,
        value: configuration.options[option.name],
        networks,
        change: (value) => {
          configuration.options[option.name] = value;
          changed();
        },
      });
    }
  };
  const theme = themeForm(bench);
  const look = group('theme', theme.fields());
  look.element.addEventListener('toggle', theme.judge);
  const all = groups
    .map((name) => ({ name, options: widget.attributes.filter((each) => groupOf(each) === name) }))
    .filter(({ options }) => options.length)
    .map(({ name, options }) => group(name, controls(options)));
  all.push(look);
  return {
    elements: all.map(({ element }) => element),
    complete: () => all.forEach(({ complete }) => complete()),
  };
}
