/** All options of a widget, in groups. What no group names is in the first: nothing can be missing. */
import { h } from '../shared/dom.js';
import { optionControl } from './controls.js';
import { themeForm } from './theme-form.js';
import { t } from './words.js';

const groups = {
  source: ['endpoint', 'src', 'item', 'adapter', 'live', 'debug'],
  form: ['name', 'value', 'required', 'disabled', 'readonly', 'reason'],
};

const groupOf = ({ name }) =>
  Object.keys(groups).find((group) => groups[group].includes(name)) ?? 'main';

/**
 * A group of options. Its fields are made one by one, so that a slow phone can do something else in
 * between, and shown together; or all at once when the group is opened before.
 */
function group(name, open, fields) {
  const place = h('div', { className: 'fields', 'aria-busy': 'true' });
  const made = [];
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
  return { element: h('details', { className: 'group', open }, summary, place), complete };
}

/**
 * @param widget - The widget as the options describe it.
 * @param changed - Called with nothing when a value of `configuration` has changed.
 * @returns The groups, and `complete` to have all of their fields at once.
 */
export function optionsForm({ widget, configuration, networks, changed }) {
  const control = (option) =>
    optionControl(option, {
      widget: widget.name,
      value: configuration.options[option.name],
      networks,
      change: (value) => {
        configuration.options[option.name] = value;
        changed();
      },
    });
  const controls = function* (options) {
    for (const option of options) yield control(option);
  };
  const theme = themeForm({ widget, configuration, changed });
  const look = group('theme', false, theme.fields());
  look.element.addEventListener('toggle', theme.judge);
  const all = ['main', ...Object.keys(groups)]
    .map((name) => [name, widget.attributes.filter((option) => groupOf(option) === name)])
    .filter(([, options]) => options.length)
    .map(([name, options]) => group(name, name === 'main', controls(options)));
  all.push(look);
  return {
    elements: all.map(({ element }) => element),
    complete: () => all.forEach(({ complete }) => complete()),
  };
}
