/** One control for an option, fitting its kind. */
import { button, choice, field, h } from '../shared/dom.js';
import { accepted } from './accept.js';
import { meaningOf, nameOf, t, withCode } from './words.js';

/** Numbers that are not told by a sentence of the manifest. */
const steps = { step: { min: 0.5, max: 1, step: 0.5 }, value: { min: 0, max: 10, step: 0.5 } };

const addresses = ['endpoint', 'src', 'url', 'archive-href', 'mastodon-server'];

function selectFor({ words, usual }, value) {
  const none = usual ? t('usual_is', { word: usual }) : t('usual');
  const options = [
    ['', none],
    ...words.filter((word) => word !== usual).map((word) => [word, word]),
  ];
  return h(
    'select',
    {},
    options.map(([own, label]) => h('option', { value: own, selected: own === value }, label)),
  );
}

function controlFor(option, value) {
  const { name, kind, least = 0, most } = option;
  if (kind === 'choice') return selectFor(option, value ?? '');
  if (kind === 'switch') return h('input', { type: 'checkbox', checked: value === true });
  const common = { value: value ?? '', autocomplete: 'off' };
  if (kind === 'number') {
    const limits = {
      min: least,
      step: 1,
      ...(most !== undefined && { max: most }),
      ...steps[name],
    };
    return h('input', { type: 'number', ...common, ...limits });
  }
  const keys = addresses.includes(name) ? { inputMode: 'url' } : {};
  return h('input', { type: 'text', ...common, ...keys, spellcheck: !addresses.includes(name) });
}

const hintOf = (option, widget) => withCode(meaningOf(option, widget));

/** Says under a control what is wrong with its value. */
function judge(control, { least, most }, isWrong) {
  const place = document.getElementById(control.getAttribute('aria-describedby').split(' ').at(-1));
  control.toggleAttribute('aria-invalid', isWrong);
  if (isWrong) control.setAttribute('aria-invalid', 'true');
  place.hidden = !isWrong;
  if (isWrong) place.textContent = most ? t('bad_number', { least, most }) : t('bad_value');
}

const isName = (text) => text.split(/[\s,]+/).filter(Boolean);

/** Names to press instead of typing them; the field beside keeps their order. */
function namesFor(control, names, changed) {
  const list = h('div', { className: 'names' });
  const draw = () => {
    const chosen = isName(control.value);
    for (const each of list.children) {
      each.setAttribute('aria-pressed', String(chosen.includes(each.textContent)));
    }
  };
  const toggle = (name) => {
    const chosen = isName(control.value);
    const rest = chosen.filter((each) => each !== name);
    control.value = (rest.length < chosen.length ? rest : [...chosen, name]).join(' ');
    changed();
    control.dispatchEvent(new Event('change', { bubbles: true }));
    draw();
  };
  list.append(
    ...names.map((name) => button(name, () => toggle(name), { className: 'button small' })),
  );
  control.addEventListener('input', draw);
  draw();
  return h('details', {}, h('summary', {}, t('networks_list')), list);
}

/**
 * The control of one option with its name, its meaning, and room for what is wrong with it.
 * @param change - Takes the new value; `''` for none.
 */
export function optionControl(option, { widget, value, networks, change }) {
  const control = controlFor(option, value);
  control.dataset.option = option.name;
  const changed = () => {
    const raw = option.kind === 'switch' ? control.checked : control.value;
    const empty = raw === '' || raw === false;
    const known = empty ? '' : accepted(option, raw);
    // A number field with letters in it says that it is empty.
    const isWrong = known === undefined || control.validity.valid === false;
    if (option.kind !== 'switch')
      judge(control, { least: control.min, most: control.max }, isWrong);
    change(isWrong ? '' : known);
  };
  control.addEventListener('input', changed);
  const words = { label: [nameOf(option), ' ', h('code', {}, option.name)], control };
  const hint = hintOf(option, widget);
  if (option.kind === 'switch') return choice({ ...words, hint });
  const element = field({ ...words, hint, path: option.name });
  if (/^networks/.test(option.name)) element.append(namesFor(control, networks, changed));
  return element;
}
