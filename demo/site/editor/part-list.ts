import { button, field, h } from './dom.js';
import { t } from './words.js';

/**
 * Up, Down and Remove for one part of a list. Each has a key of its own, so that the focus finds the
 * same button again after the list was written anew.
 * @param name - Tells what the part is called now, for those who do not see where it stands.
 * @param last - Index of the last place that the part may take.
 * @returns The element, and `rename` to be called when the name has changed.
 */
export function partButtons({ parts, index, last = parts.length - 1, name, key, least, changed }) {
  const move = (to, focus) => {
    const said = t('moved', { name: name(), n: to + 1, all: parts.length });
    const [part] = parts.splice(index, 1);
    parts.splice(to, 0, part);
    changed({ focus, said });
  };
  const remove = () => {
    const said = t('taken_out', { name: name() });
    parts.splice(index, 1);
    changed({ focus: undefined, near: index, said });
  };
  const labels = new Map();
  const small = (word, press, off) => {
    const element = button(t(word), () => off || press(), {
      className: 'button small',
      'aria-disabled': String(off),
      'data-key': `${key} ${word}`,
    });
    labels.set(element, `${word}_of`);
    return element;
  };
  const rename = () => {
    for (const [each, word] of labels) each.setAttribute('aria-label', t(word, { name: name() }));
  };
  const element = h(
    'div',
    { className: 'part-buttons' },
    small('up', () => move(index - 1, `${key} up`), index === 0 || index > last),
    small('down', () => move(index + 1, `${key} down`), index >= last),
    small('remove', remove, parts.length <= least),
  );
  rename();
  return { element, rename };
}

/** The controls of one text in both languages, side by side. */
export function textPair({ texts, label, path, rows, edited, key }) {
  const tongues = [
    ['en', t('english')],
    ['ru', t('russian')],
  ];
  return h(
    'div',
    { className: 'pair' },
    tongues.map(([lang, name]) => {
      const control = h(rows ? 'textarea' : 'input', {
        ...(rows ? { rows } : { type: 'text' }),
        value: texts[lang] ?? '',
        lang,
        autocomplete: 'off',
        spellcheck: true,
        ...(key && { 'data-key': `${key} ${lang}` }),
        oninput: ({ target }) => {
          texts[lang] = target.value;
          edited();
        },
      });
      return field({ label, lang: name, control, path: `${path}.${lang}` });
    }),
  );
}
