/** The preview with the switches for its view. */
import { styleValue } from './accept.js';
import type { Bench, Configuration, View, ViewName } from './configuration.js';
import { field, h } from './dom.js';
import { type Scene, ready } from './preview-message.js';
import { type SentenceName, lang, t } from './words.js';

/** Custom properties of a configuration with their values. */
const stylesOf = ({ theme }: Configuration) =>
  Object.fromEntries(
    Object.entries(theme).flatMap(([name, schemes]) => {
      const value = styleValue(schemes);
      return value ? [[name, value] as const] : [];
    }),
  );

type Words = {
  readonly [Name in ViewName]: Readonly<Record<View[Name], SentenceName>>;
};

const wordsOf: Words = {
  scheme: { auto: 'scheme_auto', light: 'scheme_light', dark: 'scheme_dark' },
  dir: { ltr: 'dir_ltr', rtl: 'dir_rtl' },
  width: { wide: 'width_wide', phone: 'width_phone' },
  tongue: { page: 'tongue_page', en: 'tongue_en', ru: 'tongue_ru' },
  scene: { open: 'scene_open', closed: 'scene_closed', failing: 'scene_failing' },
};

function switchFor(name: ViewName, value: string, change: (word: string) => void) {
  const control = h(
    'select',
    { 'data-view': name },
    Object.entries(wordsOf[name]).map(([word, sentence]) =>
      h('option', { value: word, selected: word === value }, t(sentence)),
    ),
  );
  control.addEventListener('change', () => change(control.value));
  return field({ label: t(name), control });
}

const viewNames: readonly ViewName[] = ['scheme', 'dir', 'width', 'tongue', 'scene'];

interface Source {
  /** Address of the page in the frame. */
  readonly page: string;
  /** The site's own endpoint, or `undefined` if it has none. */
  readonly site: string | undefined;
}

/** @returns The element, and `update`. Call `update` after a change of anything but the view. */
export function preview({ widget, configuration, changed }: Bench, { page, site }: Source) {
  const { view, options } = configuration;
  const frame = h('iframe', { title: t('preview'), src: page });
  const stage = h('div', { className: `stage for-${widget.name}` }, frame);
  let isReady = false;

  const update = () => {
    stage.classList.toggle('phone', view.width === 'phone');
    if (!isReady) return;
    const tongue = view.tongue === 'page' ? lang : view.tongue;
    const styles = stylesOf(configuration);
    const scene: Scene = { tag: widget.tag, options, styles, view, lang: tongue, site };
    frame.contentWindow?.postMessage(scene, location.origin);
  };
  const listen = ({ data, source }: MessageEvent<unknown>) => {
    // The page has replaced this preview.
    if (!frame.isConnected) removeEventListener('message', listen);
    if (source !== frame.contentWindow || data !== ready) return;
    isReady = true;
    update();
  };
  addEventListener('message', listen);

  const switches = viewNames.map((name) =>
    switchFor(name, view[name], (word) => {
      Object.assign(view, { [name]: word });
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
