/** The form for custom properties. Each colour has a field for light and one for dark pages. */
import { acceptedStyle } from './accept.js';
import { type Bench, type Scheme, schemes } from './configuration.js';
import { hexOf } from './contrast.js';
import { h, newId } from './dom.js';
import { pageForm } from './page-form.js';
import { pageOf, usualIn, verdictOn } from './verdict.js';
import type { StyleOption } from './widgets.js';
import { meaningOf, nameOf, t, withCode } from './words.js';

/** The line on the contrast of one property in one scheme; `''` if the contrast is unknown. */
function verdictLine(property: StyleOption, bench: Bench, scheme: Scheme) {
  const verdict = verdictOn(property, bench, scheme);
  if (!verdict) return '';
  const { isGood, ratio, least, isOnAccent } = verdict;
  const where = t(isOnAccent ? 'contrast_on_accent' : 'contrast_on_page');
  return h(
    'li',
    { className: isGood ? 'good' : 'bad' },
    h('span', { 'aria-hidden': 'true' }, isGood ? '✓ ' : '! '),
    t(isGood ? 'contrast_good' : 'contrast_bad', { scheme: t(scheme), ratio, least, where }),
  );
}

interface Field {
  /** Name of the custom property. */
  readonly name: string;
  readonly scheme: Scheme;
  /** The accessible name. */
  readonly label: string;
  readonly value: string | undefined;
  /** The default value, which an empty field shows as its placeholder. */
  readonly usual: string | undefined;
  /** Ids for `aria-describedby`. */
  readonly described: string;
  /** Called with the text after each input. */
  readonly set: (text: string, control: HTMLInputElement) => void;
}

function textField({ name, scheme, label, value = '', usual = '', described, set }: Field) {
  const text = h('input', {
    ...{ type: 'text', value, placeholder: usual, autocomplete: 'off', spellcheck: false },
    ...{ 'data-style': name, 'data-scheme': scheme },
    ...{ 'aria-label': label, 'aria-describedby': described },
  });
  text.addEventListener('input', () => set(text.value, text));
  return text;
}

/** Makes a text field for any CSS colour, and a palette that writes into it. */
function colorField(
  field: Field,
  pick: string,
  toHex: (color: string | undefined) => string | undefined,
) {
  const text = textField(field);
  text.id = newId();
  const palette = h('input', { type: 'color', 'aria-label': pick });
  const show = () => (palette.value = toHex(text.value || field.usual) ?? '#808080');
  text.addEventListener('input', show);
  palette.addEventListener('input', () => {
    text.value = palette.value;
    field.set(text.value, text);
  });
  show();
  return h('div', { className: 'color' }, palette, text);
}

/** Makes the `set` of a field. It stores a valid value, and shows a fault for an invalid one. */
const setter =
  (property: StyleOption, { configuration, changed }: Bench, fault: HTMLElement) =>
  (scheme: Scheme): Field['set'] =>
  (raw, control) => {
    const isEmpty = raw.trim() === '';
    const known = isEmpty ? undefined : acceptedStyle(property, raw);
    const isWrong = !isEmpty && !known;
    fault.hidden = !isWrong;
    if (isWrong) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    const { theme } = configuration;
    theme[property.name] = { ...theme[property.name], [scheme]: known };
    changed();
  };

function fieldsOf(property: StyleOption, bench: Bench, fault: HTMLElement): HTMLElement[] {
  const { name, kind, usual } = property;
  const label = nameOf(property);
  const set = setter(property, bench, fault);
  const own = bench.configuration.theme[name];
  const common = { name, described: `${fault.id}h ${fault.id}` };
  if (kind === 'length') {
    const value = own?.light;
    return [textField({ ...common, scheme: 'light', label, value, usual, set: set('light') })];
  }
  return schemes.map((scheme) => {
    const words = { name: label, scheme: t(scheme) };
    const field = { ...common, scheme, label: t('in_scheme', words), value: own?.[scheme] };
    return colorField(
      { ...field, usual: usualIn(property, bench, scheme), set: set(scheme) },
      t('pick', words),
      (color) => hexOf(color, ...pageOf(bench, scheme)),
    );
  });
}

function propertyForm(property: StyleOption, bench: Bench) {
  const fault = h('p', { className: 'fault', id: newId(), hidden: true }, t('bad_style'));
  const verdicts = h('ul', { className: 'contrast' });
  const judge = () =>
    verdicts.replaceChildren(...schemes.map((each) => verdictLine(property, bench, each)));
  const meaning = withCode(meaningOf(property, bench.widget.name));
  const element = h(
    'fieldset',
    { className: 'property' },
    h('legend', {}, nameOf(property), ' ', h('code', {}, property.name)),
    h('p', { className: 'hint', id: `${fault.id}h` }, meaning),
    h('div', { className: 'pair' }, fieldsOf(property, bench, fault)),
    verdicts,
    fault,
  );
  return { element, judge };
}

/** @returns The fields one by one, and `judge`, which shows the contrast. Call it when they get visible. */
export function themeForm(bench: Bench) {
  const forms: ReturnType<typeof propertyForm>[] = [];
  const judge = () => forms.forEach((form) => form.judge());
  const changed = () => {
    judge();
    bench.changed();
  };
  const inner = { ...bench, changed };
  const fields = function* () {
    for (const property of bench.widget.styles) {
      const form = propertyForm(property, inner);
      forms.push(form);
      yield form.element;
    }
    yield* pageForm(inner);
  };
  return { fields, judge };
}
