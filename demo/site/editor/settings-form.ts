import { choice, choices, field, h } from './dom.js';
import { number } from './option-form.js';
import { fromLocal, inUtc, toLocal, zone } from './times.js';
import { lang, t } from './words.js';

/** When something happens: by itself, or at a time that is written in the editor's own zone. */
function moment({ legend, otherwise, name, draft, edited }) {
  const utc = h('p', { className: 'hint', role: 'status' });
  const say = () => {
    const time = draft[name];
    utc.textContent = time ? t('is_utc', { when: inUtc(time, lang) }) : '';
  };
  const control = h('input', {
    type: 'datetime-local',
    value: toLocal(draft[name]),
    oninput: ({ target }) => {
      draft[name] = fromLocal(target.value) ?? '';
      say();
      edited();
    },
  });
  const hint = t('zone', { zone: zone() });
  const more = h(
    'div',
    { className: 'moment' },
    field({ label: t('time'), control, hint, path: name }),
    utc,
  );
  const show = (on) => (more.hidden = !on);
  show(draft[name] !== null);
  say();
  const change = (value) => {
    draft[name] = value === 'at' ? (fromLocal(control.value) ?? '') : null;
    show(value === 'at');
    say();
    edited();
  };
  const options = [
    { value: 'self', label: t(otherwise) },
    { value: 'at', label: t('at_time'), more },
  ];
  return choices({
    legend: t(legend),
    options,
    value: draft[name] === null ? 'self' : 'at',
    change,
  });
}

function results(draft, edited) {
  const values = ['always', 'after_vote', 'after_close', 'never'];
  const change = (value) => {
    draft.results = value;
    edited();
  };
  const options = values.map((value) => ({ value, label: t(value) }));
  return h(
    'div',
    {},
    choices({ legend: t('results_who'), options, value: draft.results, change }),
    h('p', { className: 'hint' }, t('hidden_hint')),
  );
}

function policy(draft, edited) {
  const rule = (name) =>
    choice({
      label: t(name),
      control: h('input', {
        type: 'checkbox',
        checked: draft.policy[name],
        onchange: ({ target }) => {
          draft.policy = { ...draft.policy, [name]: target.checked };
          edited();
        },
      }),
    });
  return h(
    'fieldset',
    { className: 'choices' },
    h('legend', {}, t('rules')),
    rule('change'),
    rule('withdraw'),
  );
}

function imported(draft, edited, changed) {
  const use = h('input', {
    type: 'checkbox',
    checked: draft.imported !== null,
    'data-key': 'imported',
    onchange: ({ target }) => {
      draft.imported = target.checked ? { voters: 0, votes: {} } : null;
      changed({ focus: 'imported' });
    },
  });
  const voters = number(draft.imported?.voters, (value) => {
    draft.imported.voters = value ?? 0;
    edited();
  });
  return h(
    'div',
    {},
    choice({ label: t('imported_use'), control: use, hint: t('imported_hint') }),
    draft.imported
      ? field({ label: t('imported_voters'), control: voters, path: 'imported.voters' })
      : '',
  );
}

/** All that is not a question: times, who sees results, what may become of a vote, older counts. */
export const settingsForm = ({ draft, edited, changed }) =>
  h(
    'div',
    { className: 'settings' },
    h(
      'section',
      { 'aria-labelledby': 'when' },
      h('h2', { id: 'when' }, t('when')),
      h(
        'div',
        { className: 'pair' },
        moment({ legend: 'opens', otherwise: 'opens_now', name: 'opens_at', draft, edited }),
        moment({ legend: 'closes', otherwise: 'closes_never', name: 'closes_at', draft, edited }),
      ),
    ),
    h(
      'section',
      { 'aria-labelledby': 'results-rule' },
      h('h2', { id: 'results-rule' }, t('results')),
      h('div', { className: 'pair' }, results(draft, edited), policy(draft, edited)),
    ),
    h(
      'section',
      { 'aria-labelledby': 'imported-title' },
      h('h2', { id: 'imported-title' }, t('imported')),
      imported(draft, edited, changed),
    ),
  );
