import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { otherOption } from '../../../src/contract/poll.js';
import { checkField } from './choices.js';
import { type DraftOption, type DraftQuestion, hasImage, isBlank } from './draft.js';
import { inputField, numberField } from './fields.js';
import { type Form, partButtons, textPair } from './form-parts.js';
import { lang, t } from './words.js';

function imageFields(form: Form, option: DraftOption, path: string) {
  const { faults, edited } = form;
  const { image } = option;
  const address = `${path}.image.src`;
  const size = (name: 'width' | 'height') => {
    const own = `${path}.image.${name}`;
    const change = (value: number | null) => {
      image[name] = value;
      edited();
    };
    const labelled = { path: own, label: t(name), fault: faults.get(own) };
    return numberField({ ...labelled, value: image[name], change });
  };
  return html`
    ${inputField({
      ...{ path: address, label: t('image'), hint: t('image_hint'), fault: faults.get(address) },
      ...{ type: 'text', keyboard: 'url', value: image.src },
      change: ({ value }) => {
        image.src = value;
        edited();
      },
    })}
    <div ?hidden=${!hasImage(option)}>
      ${textPair(form, { texts: image.alt, label: t('alt'), path: `${path}.image.alt` })}
      <div class="pair">${size('width')} ${size('height')}</div>
    </div>
  `;
}

function details(form: Form, question: DraftQuestion, option: DraftOption, path: string) {
  const { description: texts } = option;
  const pin = (on: boolean) => {
    option.pinned = on;
    form.edited();
  };
  // Only the first render opens it. Later renders leave it as the editor has left it.
  const isOpen = guard([], () => !isBlank(texts) || hasImage(option));
  return html`
    <details ?open=${isOpen}>
      <summary>${t('more')}</summary>
      ${textPair(form, { texts, label: t('description'), path: `${path}.description` })}
      ${imageFields(form, option, path)}
      ${
        question.order === 'random'
          ? checkField({ label: t('pinned'), checked: option.pinned, change: pin })
          : nothing
      }
    </details>
  `;
}

/** Renders the field for this option's votes from an older system. */
function importedField(form: Form, question: DraftQuestion, option: DraftOption) {
  const { draft, faults, edited } = form;
  if (!draft.imported) return nothing;
  const votes = (draft.imported.votes[question.id] ??= {});
  const path = `imported.${question.id}.${option.id}`;
  const change = (value: number | null) => {
    votes[option.id] = value ?? 0;
    edited();
  };
  const labelled = { path, label: t('imported'), fault: faults.get(path) };
  const value = votes[option.id] ?? 0;
  return html`<div class="imported">${numberField({ ...labelled, value, change })}</div>`;
}

/** Renders the form of one option. */
export function optionForm(form: Form, question: DraftQuestion, index: number, within: string) {
  const { options, other } = question;
  const option = options[index];
  if (!option) return nothing;
  const path = `${within}.options.${index}`;
  const isOther = option.id === otherOption && other;
  const label = isOther ? t('own_answer') : t('answer_n', { n: index + 1 });
  const { [lang]: own, en, ru } = option.label;
  const key = `${question.id} ${option.id}`;
  const name = (own || en || ru || label).trim();
  // The option `other` stays last, so the others can move to one place less.
  const last = options.length - (other ? 2 : 1);
  return html`
    <li class="answer">
      ${textPair(form, { texts: option.label, label, path: `${path}.label`, key })}
      ${importedField(form, question, option)}
      ${
        isOther
          ? nothing
          : html`<div class="answer-foot">
              ${details(form, question, option, path)}
              ${partButtons(form, { parts: options, index, last, name, key })}
            </div>`
      }
    </li>
  `;
}
