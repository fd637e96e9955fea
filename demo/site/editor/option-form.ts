import { choice, field, h } from './dom.js';
import { isBlank, otherId } from './draft.js';
import { partButtons, textPair } from './part-list.js';
import { lang, t } from './words.js';

export const number = (value, change, more = {}) =>
  h('input', {
    ...{ type: 'number', inputMode: 'numeric', min: '0', step: '1', value: value ?? '' },
    ...more,
    // What is no number must not pass for none.
    oninput: ({ target }) => change(target.value === '' ? null : target.valueAsNumber),
  });

const blankImage = () => ({ src: '', alt: { en: '', ru: '' } });

function imageFields(option, path, edited) {
  const image = option.image ?? blankImage();
  const alt = textPair({ texts: image.alt, label: t('alt'), path: `${path}.image.alt`, edited });
  const size = (name) =>
    field({
      label: t(name),
      control: number(image[name], (value) => {
        image[name] = value;
        edited();
      }),
      path: `${path}.image.${name}`,
    });
  const more = h('div', {}, alt, h('div', { className: 'pair' }, size('width'), size('height')));
  more.hidden = !option.image;
  const control = h('input', {
    ...{ type: 'text', inputMode: 'url', value: image.src, autocomplete: 'off' },
    oninput: ({ target }) => {
      image.src = target.value;
      option.image = image.src.trim() ? image : null;
      more.hidden = !option.image;
      edited();
    },
  });
  const hint = t('image_hint');
  return [field({ label: t('image'), control, hint, path: `${path}.image.src` }), more];
}

function details(option, path, question, edited) {
  const { description, image } = option;
  const pinned = h('input', {
    type: 'checkbox',
    checked: option.pinned,
    onchange: ({ target }) => {
      option.pinned = target.checked;
      edited();
    },
  });
  return h(
    'details',
    { open: !isBlank(description) || image !== null },
    h('summary', {}, t('more')),
    textPair({ texts: description, label: t('description'), path: `${path}.description`, edited }),
    imageFields(option, path, edited),
    question.order === 'random' ? choice({ label: t('pinned'), control: pinned }) : '',
  );
}

/** Votes that this answer brings from an older system. */
function imported(draft, question, option, edited) {
  const votes = (draft.imported.votes[question.id] ??= {});
  const control = number(votes[option.id] ?? 0, (value) => {
    votes[option.id] = value ?? 0;
    edited();
  });
  const path = `imported.${question.id}.${option.id}`;
  return h('div', { className: 'imported' }, field({ label: t('imported'), control, path }));
}

/** One answer of a question. */
export function optionForm({ draft, question, path, index, edited, changed }) {
  const option = question.options[index];
  const place = `${path}.options.${index}`;
  const isOther = option.id === otherId && question.other;
  const label = isOther ? t('own_answer') : t('answer_n', { n: index + 1 });
  const name = () => (option.label[lang] || option.label.en || option.label.ru || label).trim();
  const key = `${question.id} ${option.id}`;
  // The answer in own words stays last, so the others have one place less.
  const last = question.options.length - (question.other ? 2 : 1);
  const { options } = question;
  const buttons = partButtons({ parts: options, index, last, name, key, least: 1, changed });
  const texts = {
    ...{ texts: option.label, label, path: `${place}.label`, key },
    edited() {
      buttons.rename();
      edited();
    },
  };
  return h(
    'li',
    { className: 'answer' },
    textPair(texts),
    draft.imported ? imported(draft, question, option, edited) : '',
    isOther
      ? ''
      : h(
          'div',
          { className: 'answer-foot' },
          details(option, place, question, edited),
          buttons.element,
        ),
  );
}
