/** Makes the control for an option: a checkbox, a list, or a field for numbers or text. */
import { accepted } from './accept.js';
import type { OptionValue } from './configuration.js';
import { type Control, button, choice, field, h } from './dom.js';
import type { Option } from './widgets.js';
import { meaningOf, nameOf, t, withCode } from './words.js';

interface Steps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Limits and steps of numbers whose description in the manifest does not contain them. */
const steps: Readonly<Record<string, Steps>> = {
  step: { min: 0.5, max: 1, step: 0.5 },
  value: { min: 0, max: 10, step: 0.5 },
};

const addresses = ['endpoint', 'src', 'url', 'archive-href', 'mastodon-server'];

function selectFor({ words = [], usual }: Option, value: OptionValue) {
  const item = (own: string, label: string) =>
    h('option', { value: own, selected: own === value }, label);
  return h(
    'select',
    {},
    item('', usual ? t('usual_is', { word: usual }) : t('usual')),
    words.filter((word) => word !== usual).map((word) => item(word, word)),
  );
}

function limitsOf({ name, least = 0, most }: Option) {
  const { min, max, step } = steps[name] ?? { min: least, max: most, step: 1 };
  return { min: String(min), step: String(step), ...(max !== undefined && { max: String(max) }) };
}

function inputFor(option: Option, value: OptionValue) {
  const { name, kind } = option;
  if (kind === 'switch') return h('input', { type: 'checkbox', checked: value === true });
  const common = { value: String(value), autocomplete: 'off' } as const;
  if (kind === 'number') return h('input', { type: 'number', ...common, ...limitsOf(option) });
  const isAddress = addresses.includes(name);
  const keys = isAddress ? { inputMode: 'url' } : {};
  return h('input', { type: 'text', ...common, ...keys, spellcheck: !isAddress });
}

/** Shows or hides the fault under a control. */
function judge(control: Control, isWrong: boolean): void {
  const id = control.getAttribute('aria-describedby')?.split(' ').at(-1) ?? '';
  const place = document.getElementById(id);
  if (isWrong) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
  if (!place) return;
  place.hidden = !isWrong;
  if (!isWrong) return;
  const { min: least, max: most } = control instanceof HTMLInputElement ? control : noLimits;
  place.textContent = most ? t('bad_number', { least, most }) : t('bad_value');
}

const noLimits = { min: '', max: '' };

const namesIn = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** Makes buttons that add a name to a text field or remove it. The field shows the order of the names. */
function namesFor(control: Control, names: readonly string[], changed: () => void) {
  const list = h('div', { className: 'names' });
  const draw = () => {
    const chosen = namesIn(control.value);
    for (const each of list.children) {
      each.setAttribute('aria-pressed', String(chosen.includes(each.textContent ?? '')));
    }
  };
  const toggle = (name: string) => {
    const chosen = namesIn(control.value);
    const rest = chosen.filter((each) => each !== name);
    control.value = (rest.length < chosen.length ? rest : [...chosen, name]).join(' ');
    changed();
    control.dispatchEvent(new Event('change', { bubbles: true }));
    draw();
  };
  list.append(...names.map((name) => button(name, () => toggle(name), 'button small')));
  control.addEventListener('input', draw);
  draw();
  return h('details', {}, h('summary', {}, t('networks_list')), list);
}

/** Returns the value of a control: `''` for none, `undefined` for an invalid one. */
function valueOf(option: Option, control: Control): OptionValue | undefined {
  const isSwitch = option.kind === 'switch' && control instanceof HTMLInputElement;
  const raw = isSwitch ? control.checked || '' : control.value;
  // The value of a number field with letters in it is `''`, as if it were empty.
  if (!control.validity.valid) return undefined;
  return raw === '' ? '' : accepted(option, raw);
}

interface Setting {
  /** Name of the widget. */
  readonly widget: string;
  readonly value: OptionValue | undefined;
  /** Ids of all share networks. */
  readonly networks: readonly string[];
  /** Called with the new value; `''` for none. */
  readonly change: (value: OptionValue) => void;
}

/** Returns the control of an option with its label, its description and a place for its fault. */
export function optionControl(option: Option, { widget, value = '', networks, change }: Setting) {
  const control = option.kind === 'choice' ? selectFor(option, value) : inputFor(option, value);
  control.dataset['option'] = option.name;
  const changed = () => {
    const known = valueOf(option, control);
    if (option.kind !== 'switch') judge(control, known === undefined);
    change(known ?? '');
  };
  control.addEventListener('input', changed);
  const label = [nameOf(option), ' ', h('code', {}, option.name)];
  const words = { label, control, hint: withCode(meaningOf(option, widget)) };
  if (option.kind === 'switch') return choice(words);
  const element = field({ ...words, takesFault: true });
  if (option.name.startsWith('networks')) element.append(namesFor(control, networks, changed));
  return element;
}
