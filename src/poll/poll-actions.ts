import { html, nothing } from 'lit';
import type { Translate } from '../core/messages.js';
import type { PollSnapshot } from './poll-snapshot.js';
import type { PollStage, Screen } from './poll-stage.js';

/** What the buttons beside Vote are for. */
export interface Actions {
  readonly stage: PollStage;
  readonly votable: boolean;
  readonly busy: boolean;
  readonly translate: Translate;
  turnTo(screen: Screen | undefined): void;
  withdraw(): void;
}

/** The buttons that suit the screen and what the reader may do. */
export function renderActions({ stage, votable, busy, translate, turnTo, withdraw }: Actions) {
  const { poll, screen, vote } = stage;
  const button = (name: string, wanted: boolean | undefined, press: () => void) =>
    wanted
      ? html`<button
          type="button"
          part="button"
          aria-disabled=${busy ? 'true' : nothing}
          @click=${() => busy || press()}
        >
          ${translate(name)}
        </button>`
      : nothing;
  if (screen === 'form') {
    return html`${button('show_results', !vote && poll?.visible, () => turnTo('results'))}
    ${button('keep', vote !== null, () => turnTo(undefined))}`;
  }
  return html`${button('back', stage.may('vote', votable), () => turnTo('form'))}
  ${button('change', stage.may('change', votable), () => turnTo('form'))}
  ${button('withdraw', stage.may('withdraw', votable), withdraw)}`;
}

/** Why there are no numbers, and that a vote is safe all the same. */
export function renderNote(poll: PollSnapshot, { stage, translate }: Actions, told: boolean) {
  if (poll.visible) return nothing;
  const { vote, screen, state } = stage;
  const recorded = vote && screen === 'results' && !told ? `${translate('recorded')} ` : '';
  // Once voting is over, what was said about later is no promise any more.
  const late = state === 'closed' && poll.results !== 'never';
  const why = translate(late ? 'hidden' : `hidden_${poll.results}`);
  return html`<p part="note" class="note">${recorded}${why}</p>`;
}
