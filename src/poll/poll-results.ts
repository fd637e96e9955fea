import { type TemplateResult, html, nothing } from 'lit';
import type { Translate } from '../core/messages.js';
import { renderDescription, renderImage, renderLabel, renderQuestionText } from './poll-option.js';
import { type Rounding, percentTexts } from './poll-percent.js';
import type {
  PollAnswer,
  PollOption,
  PollQuestion,
  PollSnapshot,
  PollVote,
} from './poll-snapshot.js';

/** What numbers stand beside an option. */
export type Show = 'both' | 'percent' | 'count';

/** What the results show. */
export interface ResultsScene {
  readonly poll: PollSnapshot;
  readonly vote: PollVote | null;
  readonly closed: boolean;
  readonly translate: Translate;
  readonly show: Show;
  readonly rounding: Rounding;
  /** The options of a question in the order to show them. */
  arrange(question: PollQuestion): readonly PollOption[];
}

/** What 100 % is: all votes of a single choice, all voters of a multiple one. */
export function baseOf({ kind, options, voters }: PollQuestion): number {
  const votes = options.map((option) => option.votes ?? 0);
  if (kind === 'single') return votes.reduce((total, count) => total + count, 0);
  // Counters that are read one after another may be a vote apart: no share exceeds 100 %.
  return Math.max(voters ?? 0, ...votes);
}

interface Tally {
  readonly text: string;
  /** Exact share in percent, for the bar. */
  readonly share: number;
  readonly leading: boolean;
}

/** Numbers of all options of a question, by id; empty while results are hidden. */
function tallies(question: PollQuestion, scene: ResultsScene): ReadonlyMap<string, Tally> {
  const { options, kind } = question;
  const { poll, translate, show, rounding } = scene;
  if (!poll.visible) return new Map();
  const votes = options.map((option) => option.votes ?? 0);
  const base = baseOf(question);
  const texts = percentTexts(votes, base, kind === 'multiple' ? 'plain' : rounding);
  const most = Math.max(1, ...votes);
  return new Map(
    options.map(({ id }, index) => {
      const n = votes[index] ?? 0;
      const text = translate(show, { n, percent: texts[index] ?? '' });
      return [id, { text, share: base && (n / base) * 100, leading: n === most }];
    }),
  );
}

const mark = (name: string, text: string) =>
  html` <span part="mark ${name}" class="mark ${name}">${text}</span>`;

function renderOption(
  option: PollOption,
  tally: Tally | undefined,
  answer: PollAnswer | undefined,
  scene: ResultsScene,
) {
  const { translate, closed } = scene;
  const own = answer?.options.includes(option.id) ?? false;
  const names = ['option', own && 'own', tally?.leading && 'leading'].filter(Boolean).join(' ');
  return html`<li part=${names} class=${names}>
    ${renderImage(option)}
    <div class="line">
      <span class="what"
        >${renderLabel(option, translate)}${
          own && option.id === 'other' && answer?.other
            ? html`: <q><bdi>${answer.other}</bdi></q>`
            : nothing
        }${tally?.leading ? mark('leader', translate(closed ? 'most' : 'leading')) : nothing}${
          own ? mark('chosen', translate('own')) : nothing
        }</span
      >
      ${tally && html`<span part="tally" class="tally">${tally.text}</span>`}
    </div>
    ${renderDescription(option, nothing)}
    ${tally && html`<div part="bar" class="bar" .style=${`--_share:${tally.share}%`}></div>`}
  </li>`;
}

/** "Percentages of 108 voters", where that is not plain from the total under the poll. */
function renderBase(question: PollQuestion, { poll, translate, show }: ResultsScene) {
  const base = baseOf(question);
  const multiple = question.kind === 'multiple';
  if (!poll.visible || show === 'count' || (!multiple && base === poll.voters)) return nothing;
  return html`<p part="base" class="base">
    ${translate(multiple ? 'base_multiple' : 'base', { n: base })}
  </p>`;
}

const renderWritten = ({ written }: PollQuestion, translate: Translate) =>
  written.length
    ? html`<div part="written" class="written">
        ${translate('written')}
        <ul>
          ${written.map((words) => html`<li><bdi>${words}</bdi></li>`)}
        </ul>
      </div>`
    : nothing;

function renderQuestion(question: PollQuestion, number: number, scene: ResultsScene) {
  const numbers = tallies(question, scene);
  const answer = scene.vote?.answers.find((one) => one.question === question.id);
  return html`<div part="question" class="question" role="group" aria-labelledby="q${number}">
    <p class="legend" id="q${number}">${renderQuestionText(question, number, scene.translate)}</p>
    <ul part="options">
      ${scene
        .arrange(question)
        .map((option) => renderOption(option, numbers.get(option.id), answer, scene))}
    </ul>
    ${renderBase(question, scene)} ${renderWritten(question, scene.translate)}
  </div>`;
}

/** The questions with their numbers, or without any while results are hidden. */
export function renderResults(scene: ResultsScene): TemplateResult {
  const { poll, translate } = scene;
  return html`${poll.questions.map((question, index) => renderQuestion(question, index + 1, scene))}
  ${
    poll.voters === null
      ? nothing
      : html`<p part="total" class="total">${translate('voters', { n: poll.voters })}</p>`
  }`;
}
