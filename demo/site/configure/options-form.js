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

const group = (name, open, fields) =>
  h('details', { className: 'group', open }, h('summary', {}, h('h3', {}, t(name))), fields);

/** The pauses of a page, where the browser tells of them. */
const inPause = (run) =>
  'requestIdleCallback' in window
    ? requestIdleCallback(run)
    : setTimeout(run, 0, { timeRemaining: () => 0 });

/** A closed group. Its fields are made one by one in the pauses of the page, or when it is opened. */
function closedGroup(name, fields) {
  const place = h('div', { className: 'fields', 'aria-busy': 'true' });
  const element = group(name, false, place);
  const complete = () => {
    place.append(...fields);
    place.removeAttribute('aria-busy');
  };
  const go = (pause) => {
    do {
      const { done, value } = fields.next();
      if (done) return complete();
      place.append(value);
    } while (pause.timeRemaining() > 0);
    inPause(go);
  };
  element.addEventListener('toggle', complete);
  inPause(go);
  return { element, complete };
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
  const among = (members) => widget.attributes.filter(({ name }) => members.includes(name));
  const main = widget.attributes.filter(({ name }) => !named.includes(name)).map(control);
  const theme = themeForm({ widget, configuration, changed });
  const closed = [
    ...Object.entries(groups)
      .filter(([, members]) => among(members).length)
      .map(([name, members]) => closedGroup(name, controls(among(members)))),
    closedGroup('theme', theme.fields()),
  ];
  closed.at(-1).element.addEventListener('toggle', theme.judge);
  return {
    elements: [
      group('main', true, h('div', { className: 'fields' }, main)),
      ...closed.map(({ element }) => element),
    ],
    complete: () => closed.forEach(({ complete }) => complete()),
  };
}
