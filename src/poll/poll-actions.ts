import { html, nothing } from 'lit';
import type { PollScene } from './poll-scene.js';
import { isVisible } from './poll-snapshot.js';

/** The buttons that suit the screen and what the reader may do. */
export function renderActions({
  poll,
  stage,
  votable,
  busy,
  translate,
  turnTo,
  withdraw,
}: PollScene) {
  const button = (name: string, wanted: boolean, press: () => void) =>
    wanted
      ? html`<button
          type="button"
          part="button"
          aria-disabled=${busy}
          @click=${() => busy || press()}
        >
          ${translate(name)}
        </button>`
      : nothing;
  const toForm = () => turnTo('form');
  return stage.screen === 'form'
    ? [
        button('show', !stage.vote && isVisible(poll), () => turnTo('results')),
        button('keep', stage.vote !== null, () => turnTo(undefined)),
      ]
    : [
        button('back', stage.may('vote', votable), toForm),
        button('change', stage.may('change', votable), toForm),
        button('withdraw', stage.may('withdraw', votable), withdraw),
      ];
}

/** Why there are no numbers, and that a vote is safe all the same. */
export function renderNote({ poll, stage, translate, notice }: PollScene) {
  if (isVisible(poll)) return nothing;
  const { vote, screen, state } = stage;
  const recorded = vote && screen === 'results' && notice !== 'recorded';
  // Once voting is over, what was said about later is no promise any more.
  const late = state === 'closed' && poll.results !== 'never';
  return html`<p part="note">
    ${recorded ? translate('recorded') : nothing}
    ${translate(late ? 'hidden' : `hidden_${poll.results}`)}
  </p>`;
}
