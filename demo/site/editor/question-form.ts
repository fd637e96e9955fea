import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkField, choicesField } from './choices.js';
import { type DraftQuestion, newOption, setOther } from './draft.js';
import { faultLine, numberField } from './fields.js';
import { type Form, partButtons, textPair } from './form-parts.js';
import { optionForm } from './option-form.js';
import { t } from './words.js';

/** Renders the fields for the number of options that a reader may choose. */
function bounds({ faults, edited }: Form, question: DraftQuestion, path: string) {
  const bound = (name: 'min' | 'max', hint?: string) => {
    const own = `${path}.${name}`;
    const change = (value: number | null) => {
      question[name] = value;
      edited();
    };
    const labelled = { path: own, label: t(name), hint, fault: faults.get(own) };
    return numberField({ ...labelled, min: '1', value: question[name], change });
  };
  return html`<div class="pair narrow">${bound('min')} ${bound('max', t('max_hint'))}</div>`;
}

function kindChoice({ changed }: Form, question: DraftQuestion) {
  const name = `${question.id} kind`;
  return choicesField({
    ...{ name, legend: t('kind'), value: question.kind },
    options: [
      { value: 'single', label: t('single') },
      { value: 'multiple', label: t('multiple') },
    ],
    change: (value) => {
      question.kind = value;
      changed({ focus: `${name} ${value}` });
    },
  });
}

function rules(form: Form, question: DraftQuestion, path: string) {
  const { edited, changed } = form;
  const require = (on: boolean) => {
    question.required = on;
    edited();
  };
  const shuffle = (on: boolean) => {
    question.order = on ? 'random' : 'authored';
    changed({ focus: `${question.id} random` });
  };
  const own = (on: boolean) => {
    setOther(question, on);
    changed({ focus: `${question.id} own` });
  };
  const { required, order, other } = question;
  const keyed = (key: string) => ({ key: `${question.id} ${key}` });
  return html`
    <div class="rules">
      <div>${kindChoice(form, question)}</div>
      ${question.kind === 'multiple' ? bounds(form, question, path) : nothing}
      ${checkField({ label: t('required'), checked: required, change: require })}
      ${checkField({
        ...{ label: t('random'), checked: order === 'random', change: shuffle },
        ...keyed('random'),
      })}
      ${checkField({ label: t('own_words'), checked: other, change: own, ...keyed('own') })}
    </div>
  `;
}

function addOption(question: DraftQuestion, changed: Form['changed']): void {
  const option = newOption(question);
  const at = question.options.length - Number(question.other);
  question.options.splice(at, 0, option);
  const said = t('added', { name: t('answer_n', { n: at + 1 }) });
  changed({ focus: `${question.id} ${option.id} en`, said });
}

/** Renders the button that adds an option, with the fault for too few of them. */
function addButton({ faults, changed }: Form, question: DraftQuestion, path: string) {
  const own = `${path}.add`;
  const fault = faults.get(own);
  return html`
    <div class="field">
      <button
        type="button"
        class="button"
        data-path=${own}
        aria-describedby="field-${own}-fault"
        aria-invalid=${fault ? 'true' : nothing}
        @click=${() => addOption(question, changed)}
      >
        ${t('add_answer')}
      </button>
      ${faultLine(own, fault)}
    </div>
  `;
}

/** Renders the form of one question with its options. */
export function questionForm(form: Form, question: DraftQuestion, index: number) {
  const path = `questions.${index}`;
  const name = t('question_n', { n: index + 1 });
  const heading = `question-${question.id}`;
  const { id: key, text: texts } = question;
  return html`
    <section class="question" aria-labelledby=${heading}>
      <div class="question-head">
        <h3 id=${heading}>${name}</h3>
        ${partButtons(form, { parts: form.draft.questions, index, name, key })}
      </div>
      ${textPair(form, { texts, label: t('question'), path: `${path}.text`, rows: 2, key })}
      ${rules(form, question, path)}
      <h4>${t('answers')}</h4>
      <ol class="answer-list">
        ${repeat(
          question.options,
          ({ id }) => id,
          (_option, at) => optionForm(form, question, at, path),
        )}
      </ol>
      ${addButton(form, question, path)}
    </section>
  `;
}
