/** The custom properties: a field for light pages, one for dark pages, and what the contrast is. */
import { h, newId } from '../shared/dom.js';
import { acceptedStyle } from './accept.js';
import { contrast, channelsOf, hexOf, inScheme } from './contrast.js';
import { meaningOf, nameOf, t, withCode } from './words.js';

const schemes = ['light', 'dark'];

/** Pages as browsers draw them, where nobody has said otherwise. */
export const pages = {
  paper: { light: '#ffffff', dark: '#121212' },
  ink: { light: '#1a1a1a', dark: '#ececec' },
};

/** What the guidelines want: 4.5 for text, 3 for shapes and the focus ring. */
const wants = {
  '--riac-accent': { least: 3 },
  '--riac-accent-text': { least: 4.5, on: '--riac-accent' },
  '--riac-muted': { least: 4.5 },
  '--riac-error': { least: 4.5 },
  '--riac-focus': { least: 3 },
  '--riac-rating-color': { least: 3 },
};

const pageOf = ({ configuration: { view } }, scheme) =>
  ['paper', 'ink'].map((name) => view[`${name}-${scheme}`] ?? pages[name][scheme]);

function colorsOf(state, scheme) {
  const { widget, configuration } = state;
  const { theme } = configuration;
  const [paper, ink] = pageOf(state, scheme);
  const own = (name) => {
    const { usual, follows } = widget.styles.find((each) => each.name === name) ?? {};
    const { light, dark } = theme[name] ?? {};
    const set = (scheme === 'dark' && dark) || light || dark;
    return set || !follows ? inScheme(set || usual, scheme) : own(follows);
  };
  return { paper, ink, own, channels: (color) => channelsOf(color, paper, ink) };
}

/** What is shown where nothing is set. */
function usualIn({ usual, follows }, { widget }, scheme) {
  const other = widget.styles.find(({ name }) => name === follows);
  return inScheme(usual ?? other?.usual, scheme);
}

/** A sentence on the contrast of one property in one scheme; empty where nothing can be said. */
function verdict(property, state, scheme) {
  const { least, on } = wants[property.name] ?? {};
  const { paper, own, channels } = colorsOf(state, scheme);
  const [front, back] = [channels(own(property.name)), channels(on ? own(on) : paper)];
  if (!least || !front || !back) return undefined;
  const ratio = Math.floor(contrast(front, back) * 10) / 10;
  const where = t(on ? 'contrast_on_accent' : 'contrast_on_page');
  const isGood = ratio >= least;
  const words = { scheme: t(scheme), ratio, least, where };
  return h(
    'li',
    { className: isGood ? 'good' : 'bad' },
    h('span', { 'aria-hidden': 'true' }, isGood ? '✓ ' : '! '),
    t(isGood ? 'contrast_good' : 'contrast_bad', words),
  );
}

/** A text field for any colour, and a palette beside it that writes into it. */
function colorField({ label, name, scheme, value, usual, set, toHex }) {
  const id = newId();
  const text = h('input', {
    ...{ type: 'text', id, value: value ?? '', placeholder: usual ?? '', autocomplete: 'off' },
    ...{ spellcheck: false, 'data-style': name, 'data-scheme': scheme },
    'aria-label': t('in_scheme', { name: label, scheme: t(scheme) }),
  });
  const palette = h('input', {
    type: 'color',
    'aria-label': t('pick', { name: label, scheme: t(scheme) }),
  });
  const show = () => (palette.value = toHex(text.value || usual) ?? '#808080');
  text.addEventListener('input', () => {
    set(text.value, text);
    show();
  });
  palette.addEventListener('input', () => {
    text.value = palette.value;
    set(text.value, text);
  });
  show();
  return h('div', { className: 'color' }, palette, text);
}

function lengthField({ label, name, value, usual, set }) {
  const text = h('input', {
    ...{ type: 'text', value: value ?? '', placeholder: usual ?? '', autocomplete: 'off' },
    ...{ spellcheck: false, 'data-style': name, 'data-scheme': 'light', 'aria-label': label },
  });
  text.addEventListener('input', () => set(text.value, text));
  return text;
}

function propertyForm(property, state, changed) {
  const { name, kind, usual } = property;
  const { theme } = state.configuration;
  const fault = h('p', { className: 'fault', id: newId(), hidden: true }, t('bad_style'));
  const setter = (scheme) => (raw, control) => {
    const known = raw.trim() === '' ? undefined : acceptedStyle(property, raw);
    const isWrong = raw.trim() !== '' && !known;
    fault.hidden = !isWrong;
    if (isWrong) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    theme[name] = { ...theme[name], [scheme]: known };
    changed();
  };
  const label = nameOf(property);
  const fields =
    kind === 'color'
      ? schemes.map((scheme) =>
          colorField({
            ...{ label, name, scheme, set: setter(scheme) },
            usual: usualIn(property, state, scheme),
            toHex: (color) => hexOf(color, ...pageOf(state, scheme)),
            value: theme[name]?.[scheme],
          }),
        )
      : [lengthField({ label, name, usual, value: theme[name]?.light, set: setter('light') })];
  for (const control of fields.flatMap((each) => [each, ...each.children])) {
    if (control.dataset.style) control.setAttribute('aria-describedby', `${fault.id}h ${fault.id}`);
  }
  const verdicts = h('ul', { className: 'contrast' });
  const judge = () =>
    verdicts.replaceChildren(...schemes.map((each) => verdict(property, state, each) ?? ''));
  const element = h(
    'fieldset',
    { className: 'property' },
    h('legend', {}, label, ' ', h('code', {}, name)),
    h(
      'p',
      { className: 'hint', id: `${fault.id}h` },
      withCode(meaningOf(property, state.widget.name)),
    ),
    h('div', { className: 'pair' }, fields),
    verdicts,
    fault,
  );
  return { element, judge };
}

function pageForm(state, changed) {
  const { view } = state.configuration;
  const palette = (kind, scheme) => {
    const control = h('input', {
      type: 'color',
      value: view[`${kind}-${scheme}`] ?? pages[kind][scheme],
      'aria-label': t('in_scheme', {
        name: t(kind === 'paper' ? 'page_background' : 'page_text'),
        scheme: t(scheme),
      }),
    });
    control.addEventListener('input', () => {
      const isUsual = control.value === pages[kind][scheme];
      view[`${kind}-${scheme}`] = isUsual ? undefined : control.value;
      changed();
    });
    return h(
      'span',
      { className: 'color' },
      control,
      h('span', { 'aria-hidden': 'true' }, t(scheme)),
    );
  };
  const row = (kind, label) =>
    h(
      'fieldset',
      { className: 'property' },
      h('legend', {}, label),
      h(
        'div',
        { className: 'pair' },
        schemes.map((scheme) => palette(kind, scheme)),
      ),
    );
  return [
    h('p', { className: 'hint' }, t('theme_hint')),
    row('paper', t('page_background')),
    row('ink', t('page_text')),
    h('p', { className: 'hint' }, t('only_here')),
  ];
}

/**
 * @param changed - Called when a value of `configuration.theme` or `configuration.view` has changed.
 * @returns The fields one by one, and `judge` to be called when they come into sight.
 */
export function themeForm({ widget, configuration, changed }) {
  const state = { widget, configuration };
  const judgeAll = () => forms.forEach(({ judge }) => judge());
  const after = () => {
    judgeAll();
    changed();
  };
  const forms = [];
  const fields = function* () {
    for (const property of widget.styles) {
      const form = propertyForm(property, state, after);
      forms.push(form);
      yield form.element;
    }
    yield* pageForm(state, after);
  };
  return { fields, judge: judgeAll };
}
