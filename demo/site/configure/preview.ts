/** The preview and its switches. */
import { field, h } from '../shared/dom.js';
import { styleValue } from './accept.js';
import { views } from './address.js';
import { lang, t } from './words.js';

/** Custom properties of a configuration with their values. */
const stylesOf = ({ theme }) =>
  Object.fromEntries(
    Object.entries(theme)
      .map(([name, value]) => [name, styleValue(value)])
      .filter(([, value]) => value),
  );

function switchFor(name, words, value, change) {
  const control = h(
    'select',
    { 'data-view': name, onchange: ({ target }) => change(target.value) },
    words.map((word) =>
      h('option', { value: word, selected: word === value }, t(`${name}_${word}`)),
    ),
  );
  return field({ label: t(name), control });
}

/**
 * @param site - The site's own endpoint, where it has one.
 * @param changed - Called when a value of `configuration.view` has changed.
 * @returns The element, and `update` to be called when anything else has.
 */
export function preview({ widget, configuration, site, changed }) {
  const { view } = configuration;
  const frame = h('iframe', {
    title: t('preview'),
    src: new URL('frame.html', import.meta.url).href,
  });
  const stage = h('div', { className: `stage for-${widget.name}` }, frame);
  let ready = false;

  const update = () => {
    stage.classList.toggle('phone', view.width === 'phone');
    if (!ready) return;
    const { options } = configuration;
    const tongue = view.tongue === 'page' ? lang : view.tongue;
    frame.contentWindow.postMessage(
      { tag: widget.tag, options, styles: stylesOf(configuration), view, lang: tongue, site },
      location.origin,
    );
  };
  const listen = ({ data, source }) => {
    // A preview that has been taken away hears nothing any more.
    if (!frame.isConnected) removeEventListener('message', listen);
    if (source !== frame.contentWindow || data !== 'preview-ready') return;
    ready = true;
    update();
  };
  addEventListener('message', listen);

  const switches = Object.entries(views).map(([name, words]) =>
    switchFor(name, words, view[name], (word) => {
      view[name] = word;
      update();
      changed();
    }),
  );
  const element = h(
    'section',
    { className: 'preview', 'aria-labelledby': 'preview-title' },
    h('h2', { id: 'preview-title' }, t('preview')),
    h('p', { className: 'quiet' }, t('preview_hint')),
    h('div', { className: 'switches' }, switches),
    stage,
  );
  update();
  return { element, update };
}
