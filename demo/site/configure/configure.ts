/** The configurator. The address after `#` holds everything that is chosen. */
import { button, choices, h } from '../shared/dom.js';
import { newConfiguration, readAddress, writeAddress } from './address.js';
import { checksumOf } from './checksum.js';
import { codePanel } from './code-panel.js';
import { optionsForm } from './options-form.js';
import { preview } from './preview.js';
import { t } from './words.js';

const desk = document.getElementById('configurator');
const site = document.body.dataset.riacEndpoint;
const endpoint = site && new URL(site, location.href).href;
const places = { script: new URL('../riac-widgets.js', import.meta.url).href };

let known;
let configuration;
/** The field that is being written in: its letters are one step back, not one each. */
let writing;

function remember(field) {
  const address = writeAddress(configuration, endpoint);
  if (address === location.hash) return;
  const isSameStep = !field || field === writing;
  history[isSameStep ? 'replaceState' : 'pushState'](null, '', address);
  writing = field;
}

const widgetOf = ({ widget }) => known.widgets.find(({ name }) => name === widget);

function chooser() {
  const options = known.widgets.map(({ name }) => ({ value: name, label: t(name) }));
  const change = (name) => {
    const { view, tab } = configuration;
    configuration = { ...newConfiguration(name, endpoint), view, tab };
    remember('widget');
    show();
    desk.querySelector(`.chooser [value=${name}]`).focus();
  };
  const element = choices({ legend: t('widget'), options, value: configuration.widget, change });
  element.classList.add('chooser');
  return element;
}

function show() {
  const widget = widgetOf(configuration);
  const code = codePanel({ widget, configuration, places, changed: () => remember() });
  const stage = preview({ widget, configuration, site: endpoint, changed: () => remember() });
  const changed = () => {
    code.update();
    stage.update();
    remember(document.activeElement);
  };
  const form = optionsForm({ widget, configuration, networks: known.networks, changed });
  const startOver = () => {
    configuration = newConfiguration(configuration.widget, endpoint);
    remember('reset');
    show();
    desk.querySelector('.start-over').focus();
  };
  desk.replaceChildren(
    chooser(),
    h(
      'div',
      { className: 'bench' },
      stage.element,
      h(
        'section',
        { className: 'options', 'aria-labelledby': 'options-title' },
        h(
          'div',
          { className: 'options-head' },
          h('h2', { id: 'options-title' }, t('options')),
          button(t('reset'), startOver, { className: 'button plain start-over' }),
        ),
        form.elements,
      ),
      code.element,
    ),
    h('p', { className: 'quiet' }, t('share')),
  );
  return { code, form };
}

/** Shows what the address says; the reader stays at the option where she was. */
function restore() {
  const { option, style, scheme } = document.activeElement?.dataset ?? {};
  configuration = readAddress(location.hash, known.widgets, endpoint);
  writing = undefined;
  const { code, form } = show();
  const name = option
    ? `[data-option="${option}"]`
    : `[data-style="${style}"][data-scheme=${scheme}]`;
  if (option ?? style) form.complete();
  const place = (option ?? style) && desk.querySelector(name);
  if (place) {
    place.closest('.group').open = true;
    place.focus();
  }
  return code;
}

async function open() {
  const answer = await fetch(new URL('options.json', import.meta.url));
  known = await answer.json();
  places.bundle = known.bundle;
  const code = restore();
  addEventListener('hashchange', restore);
  desk.addEventListener('change', () => (writing = undefined));
  const integrity = await checksumOf(places.script, known.bundle?.integrity);
  places.bundle = integrity && { integrity };
  code.update();
}

open().catch((error) => {
  console.error(error);
  desk.replaceChildren(h('p', { role: 'alert' }, t('failed')));
});
