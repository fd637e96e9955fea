import { h } from './dom.js';
import { inZone } from './times.js';
import { lang, t } from './words.js';

export const stateOf = ({ removed, state }) => (removed ? 'removed' : state);

export const badge = (state) => h('span', { className: `badge ${state}` }, t(state));

/** When the state of a poll changes or changed; `''` when nobody knows. */
export function timeOf(poll) {
  const { opens_at: opens, closes_at: closes } = poll;
  const state = stateOf(poll);
  if (state === 'scheduled' && opens) return t('opens_when', { when: inZone(opens, lang) });
  if (state === 'open' && closes) return t('closes_when', { when: inZone(closes, lang) });
  const past = state === 'closed' && closes && Date.parse(closes) <= Date.now();
  return past ? t('closed_when', { when: inZone(closes, lang) }) : '';
}

const line = (poll) =>
  h(
    'li',
    {},
    badge(stateOf(poll)),
    h(
      'div',
      { className: 'what' },
      h('a', { href: `#/polls/${encodeURIComponent(poll.item)}` }, poll.title || poll.item),
      h('p', { className: 'hint' }, [poll.item, timeOf(poll)].filter(Boolean).join(' · ')),
    ),
    h('span', { className: 'voters' }, t('voters', { n: poll.voters ?? 0 })),
  );

const order = ['scheduled', 'open', 'closed', 'removed'];

/** All polls: what is coming first, then what is open, closed, removed. */
export function pollList(polls) {
  const sorted = [...polls].sort(
    (a, b) =>
      order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)) ||
      (b.closes_at ?? '').localeCompare(a.closes_at ?? ''),
  );
  return h(
    'section',
    { 'aria-labelledby': 'all-polls' },
    h(
      'div',
      { className: 'list-head' },
      h('h2', { id: 'all-polls', tabIndex: -1 }, t('all_polls')),
      h('a', { className: 'button strong', href: '#/new' }, t('new_poll')),
    ),
    polls.length
      ? h('ul', { className: 'poll-list' }, sorted.map(line))
      : h('p', { className: 'lead' }, t('no_polls')),
  );
}
