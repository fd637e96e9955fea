import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from '../element/messages.js';
import { renderActions, renderNote } from './poll-actions.js';
import { labelOf, renderDescription, renderImage, renderQuestionText } from './poll-option.js';
import { percentTexts } from '../contract/percentages.js';
import type { PollScene } from './poll-scene.js';
import {
  type PollAnswer,
  type PollOption,
  type PollQuestion,
  type PollSnapshot,
  isVisible,
  otherOption,
} from '../contract/poll.js';

/**
 * Returns the number that makes 100 %: all votes of a single choice, or all voters of a multiple
 * choice.
 */
export function baseOf({ kind, options, voters }: PollQuestion): number {
  const votes = options.map((option) => option.votes ?? 0);
  if (kind === 'single') return votes.reduce((total, count) => total + count, 0);
  // The counters may come from slightly different moments, so this makes sure that no share exceeds
  // 100 %.
  return Math.max(voters ?? 0, ...votes);
}

/**
 * Returns the number of voters. If the back end does not publish it, returns the largest number of
 * answers to one question.
 */
export const totalOf = ({ voters, questions }: PollSnapshot) =>
  voters ?? Math.max(0, ...questions.map(baseOf));

interface Tally {
  readonly text: string;
  /** The exact share in percent, for the length of the bar. */
  readonly share: number;
  readonly leading: boolean;
}

/** Returns the numbers of each option by its id; an empty map while results are hidden. */
function tallies(question: PollQuestion, scene: PollScene): ReadonlyMap<string, Tally> {
  const { options, kind } = question;
  const { poll, translate, show, rounding } = scene;
  if (!isVisible(poll)) return new Map();
  const votes = options.map((option) => option.votes ?? 0);
  const base = baseOf(question);
  const texts = percentTexts(votes, base, kind === 'multiple' ? 'plain' : rounding);
  const most = Math.max(1, ...votes);
  return new Map(
    options.map(({ id }, index) => {
      const n = votes[index] ?? 0;
      const form = show === 'percent' || show === 'count' ? show : 'both';
      const text = translate(form, { n, percent: texts[index] ?? '' });
      return [id, { text, share: base && (n / base) * 100, leading: n === most }];
    }),
  );
}

const mark = (name: string, text: string) =>
  html`<small part="mark ${name}" class="mark ${name}">${text}</small>`;

function renderOption(
  option: PollOption,
  tally: Tally | undefined,
  answer: PollAnswer | undefined,
  scene: PollScene,
) {
  const { translate } = scene;
  const own = answer?.options.includes(option.id) ?? false;
  const names = ['option', own && 'own', tally?.leading && 'leading'].filter(Boolean).join(' ');
  return html`<li part=${names} class=${names}>
    ${renderImage(option)}
    <div class="line">
      <span class="what">
        <bdi part="label">${labelOf(option, translate)}</bdi>
        ${
          own && option.id === otherOption && answer?.other
            ? html`<q><bdi>${answer.other}</bdi></q>`
            : nothing
        }
        ${tally?.leading ? mark('leader', translate('most')) : nothing}
        ${own ? mark('chosen', translate('chosen')) : nothing}
      </span>
      ${tally && html`<span part="tally" class="tally">${tally.text}</span>`}
    </div>
    ${renderDescription(option, nothing)}
    ${tally && html`<div part="bar" class="bar" .style=${`--_share:${tally.share}%`}></div>`}
  </li>`;
}

/** Renders a text such as "90 voters = 100%", if the total under the poll does not already say it. */
function renderBase(question: PollQuestion, { poll, translate, show }: PollScene) {
  const base = baseOf(question);
  const multiple = question.kind === 'multiple';
  if (!isVisible(poll) || show === 'count' || (!multiple && base === totalOf(poll))) return nothing;
  const voters = translate('voters', { n: base });
  return html`<p part="base">
    ${translate('base', { voters, n: base })}${multiple ? `; ${translate('several')}` : nothing}
  </p>`;
}

const renderWritten = ({ written }: PollQuestion, translate: Translate) =>
  written.length
    ? html`<p>${translate('written')}</p>
        <ul part="written">
          ${written.map((words) => html`<li><bdi>${words}</bdi></li>`)}
        </ul>`
    : nothing;

function renderQuestion(question: PollQuestion, number: number, scene: PollScene) {
  const numbers = tallies(question, scene);
  const { stage, sort } = scene;
  const options = sort === 'votes' ? stage.standing.of(question, scene.poll) : question.options;
  const answer = scene.stage.vote?.answers.find((one) => one.question === question.id);
  return html`<div part="question" class="question" role="group" aria-labelledby="q${number}">
    <div class="legend" id="q${number}">
      ${renderQuestionText(question, number, scene.translate)}
    </div>
    <ul part="options">
      ${options.map((option) => renderOption(option, numbers.get(option.id), answer, scene))}
    </ul>
    ${renderBase(question, scene)} ${renderWritten(question, scene.translate)}
  </div>`;
}

/** Renders the questions with their numbers, or without numbers while results are hidden. */
export function renderResults(scene: PollScene): TemplateResult {
  const { poll, translate, excuse } = scene;
  return html`${poll.questions.map((question, index) => renderQuestion(question, index + 1, scene))}
    ${
      isVisible(poll)
        ? html`<p part="total">${translate('voters', { n: totalOf(poll) })}</p>`
        : nothing
    }
    ${renderNote(scene)} ${excuse && html`<p part="reason">${excuse}</p>`}
    <div part="actions" class="actions">${renderActions(scene)}</div>`;
}
