import { html } from 'lit';
import type { PollSummary } from './api.js';
import { inZone } from './times.js';
import { lang, t } from './words.js';

/** Returns the state of a poll for an editor: `removed`, or else the state that readers see. */
export type DeskState = PollSummary['state'] | 'removed';

export const stateOf = ({ removed, state }: PollSummary): DeskState =>
  removed ? 'removed' : state;

export const badge = (state: DeskState) => html`<span class="badge ${state}">${t(state)}</span>`;

export const addressOfPoll = (item: string) => `#/polls/${encodeURIComponent(item)}`;

/** The text for the time when the state changes or has changed; `''` if it is unknown. */
export function timeOf(poll: PollSummary): string {
  const { opens_at: opens, closes_at: closes } = poll;
  const state = stateOf(poll);
  if (state === 'scheduled' && opens) return t('opens_when', { when: inZone(opens, lang) });
  if (state === 'open' && closes) return t('closes_when', { when: inZone(closes, lang) });
  const isPast = state === 'closed' && closes && Date.parse(closes) <= Date.now();
  return isPast ? t('closed_when', { when: inZone(closes, lang) }) : '';
}

const line = (poll: PollSummary) => html`
  <li>
    ${badge(stateOf(poll))}
    <div class="what">
      <a href=${addressOfPoll(poll.item)}>${poll.title || poll.item}</a>
      <p class="hint">${[poll.item, timeOf(poll)].filter(Boolean).join(' · ')}</p>
    </div>
    <span class="voters">${t('voters', { n: poll.voters ?? 0 })}</span>
  </li>
`;

const order: readonly DeskState[] = ['scheduled', 'open', 'closed', 'removed'];

/** Lists all polls: scheduled ones first, then open, closed and removed ones. */
export function pollList(polls: readonly PollSummary[]) {
  const sorted = [...polls].sort(
    (a, b) =>
      order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)) ||
      (b.closes_at ?? '').localeCompare(a.closes_at ?? ''),
  );
  return html`
    <section aria-labelledby="all-polls">
      <div class="list-head">
        <h2 id="all-polls" tabindex="-1">${t('all_polls')}</h2>
        <a class="button strong" href="#/new">${t('new_poll')}</a>
      </div>
      ${
        polls.length
          ? html`<ul class="poll-list">
              ${sorted.map(line)}
            </ul>`
          : html`<p class="lead">${t('no_polls')}</p>`
      }
    </section>
  `;
}
