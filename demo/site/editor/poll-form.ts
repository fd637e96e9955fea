import { button, field, h, showFaults } from './dom.js';
import { addressOf, choicesOf, languages, newQuestion } from './draft.js';
import { faultsOf, refusedField } from './faults.js';
import { textPair } from './part-list.js';
import { questionForm } from './question-form.js';
import { settingsForm } from './settings-form.js';
import { t } from './words.js';

function* textsOf({ title, questions }) {
  yield title;
  for (const { text, options } of questions) {
    yield text;
    for (const { label } of options) yield label;
  }
}

/** Texts that one of the two languages lacks while the other has them. */
const untranslated = (draft) =>
  [...textsOf(draft)].filter((texts) => {
    const filled = languages.filter((lang) => texts[lang]?.trim());
    return filled.length === 1;
  }).length;

/**
 * The form of one poll.
 * @param stored - The definition that is published; `undefined` for a new poll.
 * @param removed - Whether readers do not get it at present.
 * @param taken - Addresses that a new poll may not have.
 * @param edited - Told after every change of the draft.
 * @param save - Told when the form is sent without a fault.
 */
export function pollForm({ draft, stored, removed, taken, edited, save }) {
  const status = h('p', { className: 'save-status', role: 'status' });
  const warning = h('p', { className: 'warning', role: 'status' });
  const missing = h('p', { className: 'hint' });
  const said = h('p', { className: 'hidden', role: 'status' });
  const body = h('div', { className: 'poll-body' });
  const saveWord = removed ? 'save_removed' : stored ? 'save' : 'publish';
  let checked = false;
  let ownAddress = Boolean(stored);

  const address = h('input', {
    ...{ type: 'text', value: draft.item, readOnly: Boolean(stored), autocomplete: 'off' },
    spellcheck: false,
    oninput: ({ target }) => {
      ownAddress = target.value !== '';
      draft.item = target.value.trim();
      changedText();
    },
  });

  function warn() {
    const changes = stored && choicesOf(stored) !== choicesOf(draft);
    warning.textContent = changes ? t('revision') : '';
    const n = untranslated(draft);
    missing.textContent = n ? t('untranslated', { n }) : '';
  }

  function changedText() {
    if (!ownAddress) address.value = draft.item = addressOf(draft.title);
    warn();
    if (checked) showFaults(form, faultsOf(draft, taken), false);
    edited();
  }

  /** After a change that makes the form another one. */
  function changed({ focus, said: words = '', near }) {
    write();
    const named = focus && form.querySelector(`[data-key="${focus}"]`);
    const [kind, value] = focus?.includes(' kind ') ? focus.split(' kind ') : [];
    const radio = kind && form.querySelector(`[data-key="${kind} kind"] [value=${value}]`);
    const target = radio ?? named ?? form.querySelector(`[data-key$=" add"]`);
    (near === undefined ? target : body.querySelector('.add-question'))?.focus();
    said.textContent = words;
    changedText();
  }

  const addQuestion = () => {
    const question = newQuestion(draft);
    draft.questions.push(question);
    const name = t('question_n', { n: draft.questions.length });
    changed({ focus: `${question.id} en`, said: t('added', { name }) });
  };

  function write() {
    body.replaceChildren(
      h('h2', {}, t('questions')),
      ...draft.questions.map((_, index) =>
        questionForm({ draft, index, edited: changedText, changed }),
      ),
      button(t('add_question'), addQuestion, { className: 'button add-question' }),
      settingsForm({ draft, edited: changedText, changed }),
    );
  }

  const send = (event) => {
    event.preventDefault();
    checked = true;
    const faults = faultsOf(draft, taken);
    showFaults(form, faults);
    status.textContent = faults.size ? t('faulty', { n: faults.size }) : '';
    if (!faults.size && submit.getAttribute('aria-disabled') !== 'true') save();
  };

  const submit = h('button', { type: 'submit', className: 'button strong' }, t(saveWord));
  const form = h(
    'form',
    { className: 'poll-form', noValidate: true, onsubmit: send },
    textPair({ texts: draft.title, label: t('heading'), path: 'title', edited: changedText }),
    field({
      ...{ label: t('address'), control: address, path: 'item' },
      hint: t(stored ? 'address_fixed' : 'address_hint'),
    }),
    body,
    h('div', { className: 'save-bar' }, submit, status, missing, warning),
    said,
  );
  write();
  warn();
  return {
    element: form,
    /** Says what became of saving; while it lasts, a second press does nothing. */
    tell(text, busy = false) {
      status.textContent = text;
      submit.setAttribute('aria-disabled', String(busy));
    },
    /** Shows a refusal of the server at its field. */
    refuse({ code, detail }) {
      const { path, said: why } = code === 'taken' ? { path: 'item' } : refusedField(form, detail);
      showFaults(form, new Map(path && [[path, t(code, { detail: why })]]));
      this.tell(path ? t('faulty', { n: 1 }) : t(code, { detail }));
    },
  };
}
