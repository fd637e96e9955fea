import { button, choice, choices, field, h } from './dom.js';
import { newOption, setOther } from './draft.js';
import { number, optionForm } from './option-form.js';
import { partButtons, textPair } from './part-list.js';
import { t } from './words.js';

function bounds(question, path, edited) {
  const set = (name) => (value) => {
    question[name] = value;
    edited();
  };
  const min = number(question.min, set('min'), { min: '1' });
  const max = number(question.max, set('max'), { min: '1' });
  return h(
    'div',
    { className: 'pair narrow' },
    field({ label: t('min'), control: min, path: `${path}.min` }),
    field({ label: t('max'), control: max, path: `${path}.max`, hint: t('max_hint') }),
  );
}

const check = (label, checked, change, more = {}) =>
  choice({
    label,
    control: h('input', {
      type: 'checkbox',
      checked,
      onchange: ({ target }) => change(target.checked),
      ...more,
    }),
  });

function rules(question, path, { edited, changed }) {
  const key = `${question.id} kind`;
  const kinds = ['single', 'multiple'].map((value) => ({ value, label: t(value) }));
  const set = (name, values) => (on) => {
    question[name] = values ? values[Number(on)] : on;
    edited();
  };
  const shuffle = (on) => {
    question.order = on ? 'random' : 'authored';
    changed({ focus: `${question.id} random` });
  };
  const own = (on) => {
    setOther(question, on);
    changed({ focus: `${question.id} own` });
  };
  return h(
    'div',
    { className: 'rules' },
    h(
      'div',
      { 'data-key': key, tabIndex: -1 },
      choices({
        legend: t('kind'),
        options: kinds,
        value: question.kind,
        change: (value) => {
          question.kind = value;
          changed({ focus: `${key} ${value}` });
        },
      }),
    ),
    question.kind === 'multiple' ? bounds(question, path, edited) : '',
    check(t('required'), question.required, set('required')),
    check(t('random'), question.order === 'random', shuffle, {
      'data-key': `${question.id} random`,
    }),
    check(t('own_words'), question.other, own, { 'data-key': `${question.id} own` }),
  );
}

function addOption(question, changed) {
  const option = newOption(question);
  const at = question.options.length - Number(question.other);
  question.options.splice(at, 0, option);
  const said = t('added', { name: t('answer_n', { n: at + 1 }) });
  changed({ focus: `${question.id} ${option.id} en`, said });
}

/** One question with its answers. */
export function questionForm({ draft, index, edited, changed }) {
  const question = draft.questions[index];
  const path = `questions.${index}`;
  const name = t('question_n', { n: index + 1 });
  const heading = `question-${question.id}`;
  const parts = draft.questions;
  const add = button(t('add_answer'), () => addOption(question, changed), {
    'data-path': `${path}.add`,
    'aria-describedby': `${heading}-fault`,
  });
  return h(
    'section',
    { className: 'question', 'aria-labelledby': heading },
    h(
      'div',
      { className: 'question-head' },
      h('h3', { id: heading }, name),
      partButtons({ parts, index, name: () => name, key: question.id, least: 1, changed }).element,
    ),
    textPair({
      ...{ texts: question.text, label: t('question'), path: `${path}.text`, rows: 2, edited },
      key: question.id,
    }),
    rules(question, path, { edited, changed }),
    h('h4', {}, t('answers')),
    h(
      'ol',
      { className: 'answer-list' },
      question.options.map((_, at) =>
        optionForm({ draft, question, path, index: at, edited, changed }),
      ),
    ),
    h(
      'div',
      { className: 'field' },
      add,
      h('p', { id: `${heading}-fault`, className: 'fault', hidden: true }),
    ),
  );
}
