import { html, nothing } from 'lit';
import type { PollScene } from './poll-scene.js';
import { isVisible } from '../contract/poll.js';

/** Renders the buttons that fit the screen and what the reader may do. */
export function renderActions({ poll, stage, translate }: PollScene) {
  const button = (name: string, wanted: boolean, press: () => void) =>
    wanted
      ? html`<button
          type="button"
          part="button"
          aria-disabled=${stage.busy}
          @click=${() => stage.busy || press()}
        >
          ${translate(name)}
        </button>`
      : nothing;
  const toForm = () => stage.turnTo('form');
  return stage.screen === 'form'
    ? [
        button('show', !stage.vote && isVisible(poll), () => stage.turnTo('results')),
        button('keep', stage.vote !== null, () => stage.turnTo(undefined)),
      ]
    : [
        button('back', stage.may('vote'), toForm),
        button('change', stage.may('change'), toForm),
        button('withdraw', stage.may('withdraw'), () => stage.withdraw()),
      ];
}

/** Renders the reason why there are no numbers, and that the server has saved the vote. */
export function renderNote({ poll, stage, translate }: PollScene) {
  if (isVisible(poll)) return nothing;
  const { vote, screen, state, notice } = stage;
  const recorded = vote && screen === 'results' && notice !== 'recorded';
  // After voting has closed, the promise to show results later no longer applies.
  const late = state === 'closed' && poll.results !== 'never';
  return html`<p part="note">
    ${recorded ? translate('recorded') : nothing}
    ${translate(late ? 'hidden' : `hidden_${poll.results}`)}
  </p>`;
}
