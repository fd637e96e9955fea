import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from '../element/messages.js';
import { renderActions, renderNote } from './poll-actions.js';
import { longestOther } from '../contract/limits.js';
import { choiceFor } from './poll-ballot.js';
import { labelOf, renderDescription, renderImage, renderQuestionText } from './poll-option.js';
import { shuffled } from './poll-order.js';
import type { PollScene } from './poll-scene.js';
import { type PollOption, type PollQuestion, otherOption } from '../contract/poll.js';

/** Returns a hint such as "Choose 2 to 3."; `''` for a single choice, which needs none. */
function hint({ kind, min, max, options }: PollQuestion, translate: Translate): string {
  if (kind === 'single') return '';
  const bounded = max < options.length;
  const name =
    min < 2 ? (bounded ? 'up_to' : 'any') : min >= max ? 'exactly' : bounded ? 'range' : 'least';
  return translate(name, { min, max });
}

function renderOwnWords(question: PollQuestion, scene: PollScene) {
  const { stage, faults, translate } = scene;
  const { other } = choiceFor(stage.ballot, question);
  return html`<input
    type="text"
    part="field"
    autocomplete="off"
    maxlength=${longestOther}
    aria-label=${translate('wordless')}
    aria-invalid=${faults.get(question.id) === 'wordless' ? 'true' : nothing}
    .value=${other}
    @input=${({ target }: Event) => stage.write(question, (target as HTMLInputElement).value)}
  />`;
}

function renderChoice(
  question: PollQuestion,
  number: number,
  option: PollOption,
  index: number,
  scene: PollScene,
) {
  const { stage, translate } = scene;
  const id = `d${number}-${index}`;
  return html`<div part="choice" class="choice">
    <label>
      <input
        type=${question.kind === 'single' ? 'radio' : 'checkbox'}
        name="q${number}"
        aria-describedby=${option.description ? id : nothing}
        .checked=${choiceFor(stage.ballot, question).options.includes(option.id)}
        @change=${({ target }: Event) =>
          stage.pick(question, option.id, (target as HTMLInputElement).checked)}
      />
      ${renderImage(option)}
      <bdi part="label" .textContent=${labelOf(option, translate)}></bdi>
    </label>
    ${renderDescription(option, id)}
    ${question.other && option.id === otherOption ? renderOwnWords(question, scene) : nothing}
  </div>`;
}

function renderQuestion(question: PollQuestion, number: number, scene: PollScene) {
  const { translate, seed, poll, faults } = scene;
  const { min, max } = question;
  const bounds = { min, max };
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
    <legend class="legend">
      ${renderQuestionText(question, number, translate)}${
        // An expression keeps the space, which a minifier would remove from the template.
        question.required ? nothing : html`<small>${` (${translate('optional')})`}</small>`
      }
    </legend>
    ${advice && html`<p part="hint" id="h${number}">${advice}</p>`}
    ${fault && html`<p part="fault" class="fault" id="f${number}">${translate(fault, bounds)}</p>`}
    <div>
      ${options.map((option, index) => renderChoice(question, number, option, index, scene))}
    </div>
  </fieldset>`;
}

/**
 * Renders the form with native fields. Only Vote sends it, or Enter, which presses Vote. The button
 * does not submit a form, because a sandboxed frame may block that.
 */
export function renderForm(scene: PollScene): TemplateResult {
  const { poll, stage, translate } = scene;
  return html`<form part="form" novalidate>
    ${poll.questions.map((question, index) => renderQuestion(question, index + 1, scene))}
    <div part="actions" class="actions">
      <button
        type="submit"
        part="button vote"
        class="primary"
        aria-disabled=${String(stage.busy) as 'true'}
        @click=${(event: Event) => {
          event.preventDefault();
          stage.submit();
        }}
      >
        ${translate('vote')}
      </button>
      ${renderActions(scene)}
    </div>
    ${renderNote(scene)}
  </form>`;
}
