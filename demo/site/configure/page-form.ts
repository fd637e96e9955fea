/** The form for the colours of the page around the widget. Preview and contrast use them. */
import { type Bench, type Paper, type Scheme, schemes } from './configuration.js';
import { h } from './dom.js';
import { pages } from './verdict.js';
import { t } from './words.js';

const namesOf = { paper: 'page_background', ink: 'page_text' } as const;

function palette(paper: Paper, scheme: Scheme, { configuration: { view }, changed }: Bench) {
  const name = `${paper}-${scheme}` as const;
  const usual = pages[paper][scheme];
  const label = t('in_scheme', { name: t(namesOf[paper]), scheme: t(scheme) });
  const control = h('input', { type: 'color', value: view[name] ?? usual, 'aria-label': label });
  control.addEventListener('input', () => {
    view[name] = control.value === usual ? undefined : control.value;
    changed();
  });
  const word = h('span', { 'aria-hidden': 'true' }, t(scheme));
  return h('span', { className: 'color' }, control, word);
}

const row = (paper: Paper, bench: Bench) =>
  h(
    'fieldset',
    { className: 'property' },
    h('legend', {}, t(namesOf[paper])),
    h(
      'div',
      { className: 'pair' },
      schemes.map((scheme) => palette(paper, scheme, bench)),
    ),
  );

export const pageForm = (bench: Bench) => [
  h('p', { className: 'hint' }, t('theme_hint')),
  row('paper', bench),
  row('ink', bench),
  h('p', { className: 'hint' }, t('only_here')),
];
