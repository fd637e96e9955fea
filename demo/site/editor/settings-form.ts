/** The settings of a poll: times, who sees results, whether votes can change, imported counts. */
import { html, nothing } from 'lit';
import { checkField, choicesField } from './choices.js';
import { inputField, numberField } from './fields.js';
import type { Form } from './form-parts.js';
import { fromLocal, inUtc, toLocal, zone } from './times.js';
import { lang, t } from './words.js';

const moments = {
  opens_at: { legend: 'opens', otherwise: 'opens_now' },
  closes_at: { legend: 'closes', otherwise: 'closes_never' },
} as const;

/** Renders the choice between no time and a time, which the editor enters in her own time zone. */
function moment({ draft, faults, edited }: Form, name: keyof typeof moments) {
  const time = draft[name];
  const { legend, otherwise } = moments[name];
  const set = (text: string) => {
    draft[name] = fromLocal(text) ?? '';
    edited();
  };
  /** Without a time, the field keeps its value, so that the editor can return to it. */
  const change = (value: 'self' | 'at') => {
    if (value === 'at') return set(writtenIn(name));
    draft[name] = null;
    edited();
  };
  const more = html`
    <div class="moment" ?hidden=${time === null}>
      ${inputField({
        ...{ path: name, label: t('time'), hint: t('zone', { zone: zone() }) },
        ...{ fault: faults.get(name), type: 'datetime-local', value: toLocal(time) },
        change: (input) => set(input.value),
      })}
      <p class="hint" role="status">${time ? t('is_utc', { when: inUtc(time, lang) }) : ''}</p>
    </div>
  `;
  return choicesField({
    ...{ name: `when-${name}`, legend: t(legend), value: time === null ? 'self' : 'at', change },
    options: [
      { value: 'self', label: t(otherwise) },
      { value: 'at', label: t('at_time'), more },
    ],
  });
}

function writtenIn(path: string): string {
  const control = document.querySelector(`input[data-path="${path}"]`);
  return control instanceof HTMLInputElement ? control.value : '';
}

const resultsRules = ['always', 'after_vote', 'after_close', 'never'] as const;

const resultsChoice = ({ draft, edited }: Form) => html`
  <div>
    ${choicesField({
      ...{ name: 'results', legend: t('results_who'), value: draft.results },
      options: resultsRules.map((value) => ({ value, label: t(value) })),
      change: (value) => {
        draft.results = value;
        edited();
      },
    })}
    <p class="hint">${t('hidden_hint')}</p>
  </div>
`;

function policyChoice({ draft, edited }: Form) {
  const rule = (name: 'change' | 'withdraw') =>
    checkField({
      ...{ label: t(name), checked: draft.policy[name] },
      change: (on) => {
        draft.policy = { ...draft.policy, [name]: on };
        edited();
      },
    });
  return html`
    <fieldset class="choices">
      <legend>${t('rules')}</legend>
      ${rule('change')} ${rule('withdraw')}
    </fieldset>
  `;
}

function votersField({ draft: { imported }, faults, edited }: Form) {
  if (!imported) return nothing;
  const path = 'imported.voters';
  const change = (value: number | null) => {
    imported.voters = value ?? 0;
    edited();
  };
  const labelled = { path, label: t('imported_voters'), fault: faults.get(path) };
  return numberField({ ...labelled, value: imported.voters, change });
}

function importedChoice(form: Form) {
  const { draft, changed } = form;
  const use = (on: boolean) => {
    draft.imported = on ? { voters: 0, votes: {} } : null;
    changed({ focus: 'imported' });
  };
  const hint = { id: 'imported', text: t('imported_hint') };
  const { imported } = draft;
  const check = { label: t('imported_use'), checked: imported !== null, hint, key: 'imported' };
  return html`<div>${checkField({ ...check, change: use })} ${votersField(form)}</div>`;
}

export const settingsForm = (form: Form) => html`
  <div class="settings">
    <section aria-labelledby="when">
      <h2 id="when">${t('when')}</h2>
      <div class="pair">${moment(form, 'opens_at')} ${moment(form, 'closes_at')}</div>
    </section>
    <section aria-labelledby="results-rule">
      <h2 id="results-rule">${t('results')}</h2>
      <div class="pair">${resultsChoice(form)} ${policyChoice(form)}</div>
    </section>
    <section aria-labelledby="imported-title">
      <h2 id="imported-title">${t('imported')}</h2>
      ${importedChoice(form)}
    </section>
  </div>
`;
