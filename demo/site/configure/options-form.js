/** All options of a widget, in groups. What no group names is in the first: nothing can be missing. */
import { h } from '../shared/dom.js';
import { optionControl } from './controls.js';
import { themeForm } from './theme-form.js';
import { t } from './words.js';

const groups = {
  source: ['endpoint', 'src', 'item', 'adapter', 'live', 'debug'],
  form: ['name', 'value', 'required', 'disabled', 'readonly', 'reason'],
};

const named = Object.values(groups).flat();

const group = (name, open, ...content) =>
  h(
    'details',
    { className: 'group', open },
    h('summary', {}, h('h3', {}, t(name))),
    h('div', { className: 'fields' }, content),
  );

/**
 * @param widget - The widget as the options describe it.
 * @param changed - Called with nothing when a value of `configuration` has changed.
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
  const controls = (isWanted) => widget.attributes.filter(isWanted).map(control);
  const parts = Object.entries(groups).map(([name, members]) => [
    name,
    controls((option) => members.includes(option.name)),
  ]);
  const theme = themeForm({ widget, configuration, changed });
  const themeGroup = group('theme', false, theme.fields);
  themeGroup.addEventListener('toggle', theme.judge);
  return [
    group('main', true, ...controls((option) => !named.includes(option.name))),
    ...parts
      .filter(([, content]) => content.length)
      .map(([name, content]) => group(name, false, ...content)),
    themeGroup,
  ];
}
