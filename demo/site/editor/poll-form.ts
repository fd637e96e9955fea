import { LitElement, type PropertyValues, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addressOf } from './address.js';
import type { ApiError } from './api.js';
import type { PollDefinition } from '../../../src/contract/definition.js';
import { choicesOf } from './draft-definition.js';
import { type Draft, newQuestion } from './draft.js';
import { type FaultMap, faultsOf, refusedField } from './faults.js';
import { addressField } from './fields.js';
import { type Change, type Form, addQuestionKey, textPair } from './form-parts.js';
import { questionForm } from './question-form.js';
import { settingsForm } from './settings-form.js';
import { untranslated } from './untranslated.js';
import { type SentenceName, problem, t } from './words.js';

/**
 * The form of one poll. Fires `poll-edited` after each change of the draft, and `poll-save` when the
 * editor submits it without faults.
 */
export class PollForm extends LitElement {
  static override properties = {
    draft: { attribute: false },
    stored: { attribute: false },
    removed: { attribute: false },
    taken: { attribute: false },
    status: { state: true },
    busy: { state: true },
    faults: { state: true },
    said: { state: true },
  };

  declare draft: Draft;
  /** The published definition; `undefined` for a new poll. */
  declare stored: PollDefinition | undefined;
  /** True if the poll was removed, so that readers do not get it. */
  declare removed: boolean;
  /** Public ids of the other polls. */
  declare taken: readonly string[];
  declare private status: string;
  declare private busy: boolean;
  declare private faults: FaultMap;
  declare private said: string;
  /** True after the first attempt to save. From then on, each change updates the shown faults. */
  #checked = false;
  /** The address in its field. `#hasAddress` is false while the form makes it from the title. */
  #address = '';
  #hasAddress = false;

  constructor() {
    super();
    this.removed = false;
    this.taken = [];
    this.status = '';
    this.busy = false;
    this.faults = new Map();
    this.said = '';
  }

  /** Renders without a shadow root, so that the page's styles apply. */
  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft')) return;
    this.#address = this.draft.item;
    this.#hasAddress = this.stored !== undefined;
  }

  /** Shows a message about saving. While `isBusy`, the form ignores a second press of Save. */
  tell(text: string, isBusy = false): void {
    this.status = text;
    this.busy = isBusy;
  }

  /** Shows a refusal of the server at the refused field, or below the form if no field fits. */
  refuse(error: ApiError): void {
    const { path, said } = refusedField(this, error.detail);
    if (!path) return this.tell(problem(error));
    this.#show(new Map([[path, t('malformed', { detail: said })]]));
  }

  /** Shows the fault that another poll has the address. */
  refuseAddress(): void {
    this.#show(new Map([['item', t('taken')]]));
  }

  /** Shows faults and moves the focus to the first field with one. */
  #show(faults: FaultMap): void {
    this.faults = faults;
    this.tell(faults.size ? t('faulty', { n: faults.size }) : '');
    this.performUpdate();
    const controls = [...this.querySelectorAll<HTMLElement>('[data-path]')];
    const first = controls.find(({ dataset }) => faults.has(dataset['path'] ?? ''));
    const folded = first?.closest('details');
    if (folded) folded.open = true;
    first?.focus();
  }

  readonly #edited = () => {
    const { draft } = this;
    if (!this.#hasAddress) this.#address = draft.item = addressOf(draft.title);
    if (this.#checked) this.faults = faultsOf(draft, this.taken);
    this.dispatchEvent(new Event('poll-edited'));
    this.requestUpdate();
    // Renders synchronously, so that the fields always equal the draft.
    this.performUpdate();
  };

  readonly #changed = ({ focus, said = '' }: Change) => {
    this.said = said;
    this.#edited();
    this.querySelector<HTMLElement>(`[data-key="${CSS.escape(focus)}"]`)?.focus();
  };

  #setAddress(text: string): void {
    this.#hasAddress = text !== '';
    this.#address = text;
    this.draft.item = text.trim();
    this.#edited();
  }

  #addQuestion(): void {
    const { draft } = this;
    const question = newQuestion(draft);
    draft.questions.push(question);
    const name = t('question_n', { n: draft.questions.length });
    this.#changed({ focus: `${question.id} en`, said: t('added', { name }) });
  }

  #send(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    this.#checked = true;
    this.#show(faultsOf(this.draft, this.taken));
    if (!this.faults.size) this.dispatchEvent(new Event('poll-save'));
  }

  #head(form: Form) {
    const { draft, stored, faults } = this;
    return [
      textPair(form, { texts: draft.title, label: t('heading'), path: 'title' }),
      addressField({
        ...{ path: 'item', label: t('address'), fault: faults.get('item') },
        hint: t(stored ? 'address_fixed' : 'address_hint'),
        ...{ value: this.#address, isFixed: stored !== undefined },
        change: (text) => this.#setAddress(text),
      }),
    ];
  }

  #questions(form: Form) {
    return html`
      <div class="poll-body">
        <h2>${t('questions')}</h2>
        ${repeat(
          this.draft.questions,
          ({ id }) => id,
          (question, index) => questionForm(form, question, index),
        )}
        <button
          type="button"
          class="button add-question"
          data-key=${addQuestionKey}
          @click=${() => this.#addQuestion()}
        >
          ${t('add_question')}
        </button>
        ${settingsForm(form)}
      </div>
    `;
  }

  #saveBar() {
    const { draft, stored, removed, busy, status } = this;
    const word: SentenceName = removed ? 'save_removed' : stored ? 'save' : 'publish';
    const hasOtherChoices = stored !== undefined && choicesOf(stored) !== choicesOf(draft);
    const n = untranslated(draft);
    return html`
      <div class="save-bar">
        <button type="submit" class="button strong" aria-disabled=${busy ? 'true' : 'false'}>
          ${t(word)}
        </button>
        <p class="save-status" role="status">${status}</p>
        <p class="hint">${n ? t('untranslated', { n }) : ''}</p>
        <p class="warning" role="status">${hasOtherChoices ? t('revision') : ''}</p>
      </div>
    `;
  }

  protected override render() {
    const { draft, faults } = this;
    const form: Form = { draft, faults, edited: this.#edited, changed: this.#changed };
    return html`
      <form class="poll-form" novalidate @submit=${this.#send}>
        ${this.#head(form)} ${this.#questions(form)} ${this.#saveBar()}
        <p class="hidden" role="status">${this.said}</p>
      </form>
    `;
  }
}
