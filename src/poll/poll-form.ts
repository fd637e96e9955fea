import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from '../core/messages.js';
import { type Ballot, choiceFor, longestOther } from './poll-ballot.js';
import { renderDescription, renderImage, renderLabel, renderQuestionText } from './poll-option.js';
import { shuffled } from './poll-order.js';
import {
  type PollOption,
  type PollQuestion,
  type PollSnapshot,
  otherOption,
} from './poll-snapshot.js';

/** What the form shows and what it tells of. */
export interface FormScene {
  readonly poll: PollSnapshot;
  readonly ballot: Ballot;
  /** What is wrong, in words, by question. */
  readonly faults: ReadonlyMap<string, string>;
  readonly translate: Translate;
  readonly seed: string;
  readonly busy: boolean;
  readonly buttons: TemplateResult | typeof nothing;
  pick(question: PollQuestion, option: string, picked: boolean): void;
  write(question: PollQuestion, words: string): void;
  submit(): void;
}

/** "Choose 2 to 3 answers."; `''` for a single choice, which needs no such words. */
function hint({ kind, min, max, options }: PollQuestion, translate: Translate): string {
  if (kind === 'single') return '';
  const bounded = max < options.length;
  if (min > 1 && min >= max) return translate('choose_exactly', { n: min });
  if (min > 1 && bounded) return translate('choose_range', { min, n: max });
  if (min > 1) return translate('choose_least', { n: min });
  return bounded ? translate('choose_most', { n: max }) : translate('choose_any');
}

function renderOwnWords(question: PollQuestion, scene: FormScene) {
  const { ballot, faults, translate, write } = scene;
  const { options, other } = choiceFor(ballot, question.id);
  const wordless = faults.has(question.id) && options.includes(otherOption) && !other.trim();
  return html`<input
    type="text"
    part="own-words"
    class="own-words"
    autocomplete="off"
    maxlength=${longestOther}
    aria-label=${translate('own_words')}
    aria-invalid=${wordless ? 'true' : nothing}
    .value=${other}
    @input=${({ target }: Event) => write(question, (target as HTMLInputElement).value)}
  />`;
}

function renderChoice(
  question: PollQuestion,
  number: number,
  option: PollOption,
  index: number,
  scene: FormScene,
) {
  const { ballot, translate, pick } = scene;
  const id = `d${number}-${index}`;
  return html`<div part="choice" class="choice">
    <label>
      <input
        type=${question.kind === 'single' ? 'radio' : 'checkbox'}
        name="q${number}"
        aria-describedby=${option.description ? id : nothing}
        .checked=${choiceFor(ballot, question.id).options.includes(option.id)}
        @change=${({ target }: Event) =>
          pick(question, option.id, (target as HTMLInputElement).checked)}
      />
      ${renderImage(option)}
      <span>${renderLabel(option, translate)}</span>
    </label>
    ${renderDescription(option, id)}
    ${question.other && option.id === otherOption ? renderOwnWords(question, scene) : nothing}
  </div>`;
}

function renderQuestion(question: PollQuestion, number: number, scene: FormScene) {
  const { translate, seed, poll, faults } = scene;
  const fault = faults.get(question.id);
  const advice = hint(question, translate);
  const described = [advice && `h${number}`, fault && `f${number}`].filter(Boolean).join(' ');
  const key = `${seed} ${poll.item} ${question.id} `;
  const options = question.order === 'random' ? shuffled(question.options, key) : question.options;
  return html`<fieldset
    part="question"
    aria-describedby=${described || nothing}
    class=${fault ? 'faulty' : nothing}
  >
    <legend>${renderQuestionText(question, number, translate)}</legend>
    ${advice && html`<p part="hint" class="hint" id="h${number}">${advice}</p>`}
    ${fault && html`<p part="fault" class="fault" id="f${number}">${fault}</p>`}
    ${options.map((option, index) => renderChoice(question, number, option, index, scene))}
  </fieldset>`;
}

/** The ballot paper: native fields, sent by nothing but Vote or Enter. */
export function renderForm(scene: FormScene): TemplateResult {
  const { poll, translate, busy, submit, buttons } = scene;
  return html`<form
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      submit();
    }}
  >
    ${poll.questions.map((question, index) => renderQuestion(question, index + 1, scene))}
    <div part="actions" class="actions">
      <button
        type="submit"
        part="button vote"
        class="primary"
        aria-disabled=${String(busy) as 'true'}
      >
        ${translate('vote')}
      </button>
      ${buttons}
    </div>
  </form>`;
}
