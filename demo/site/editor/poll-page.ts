import { readPoll, removePoll, savePoll } from './api.js';
import { ask, button, h } from './dom.js';
import { definitionOf, draftOf, emptyDraft } from './draft.js';
import { badge, stateOf, timeOf } from './poll-list.js';
import { pollForm } from './poll-form.js';
import { preview } from './preview.js';
import { results } from './results.js';
import { lang, problem, t } from './words.js';

/** What a button does to a stored definition. */
const deeds = {
  open_now: (definition) => ({ ...definition, ...opened(definition), opens_at: null }),
  close_now: (definition) => ({ ...definition, closed: true }),
  reopen: (definition) => ({ ...definition, ...opened(definition) }),
  restore: (definition) => definition,
};

const isPast = (time) => Boolean(time) && Date.parse(time) <= Date.now();

const opened = ({ closes_at: closes }) => ({
  closed: false,
  closes_at: isPast(closes) ? null : (closes ?? null),
});

const offered = {
  scheduled: ['open_now', 'close_now', 'remove'],
  open: ['close_now', 'remove'],
  closed: ['reopen', 'remove'],
  removed: ['restore'],
};

const saidOf = {
  open: 'now_open',
  closed: 'now_closed',
  removed: 'now_removed',
  scheduled: 'saved',
};

function embed(item) {
  const code = h('code', {}, `<riac-poll item="${item}"></riac-poll>`);
  const status = h('span', { className: 'hint', role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = t('copied');
    } catch {
      getSelection()?.selectAllChildren(code);
      status.textContent = t('copy_failed');
    }
  };
  return h(
    'section',
    { className: 'embed', 'aria-labelledby': 'embed' },
    h('h2', { id: 'embed' }, t('embed')),
    h(
      'div',
      { className: 'row' },
      code,
      button(t('copy'), copy, { className: 'button small' }),
      status,
    ),
  );
}

/** The state of a published poll and the buttons that change it. */
function stateBar(snapshot, act) {
  const state = stateOf(snapshot);
  const status = h('p', { role: 'status', className: 'save-status' });
  const names = offered[state];
  const element = h(
    'div',
    { className: 'state-bar' },
    badge(state),
    h(
      'span',
      {},
      [timeOf(snapshot), t('voters', { n: snapshot.voters ?? 0 })].filter(Boolean).join(' · '),
    ),
    h(
      'div',
      { className: 'row' },
      names.map((name) => button(t(name === 'remove' ? 'remove_poll' : name), () => act(name))),
    ),
    status,
  );
  return { element, status };
}

/**
 * The page of one poll, new or published.
 * @param snapshot - How the poll stands now; `undefined` for a new one.
 * @param desk - `edited(isDirty)`, `mayLeave()` and `opened(item, said)` of the whole page.
 */
export async function pollPage({ snapshot, taken, desk }) {
  const { definition: stored, retired, tag } = snapshot ? await readPoll(snapshot.item) : {};
  const draft = stored ? draftOf(snapshot.item, stored, retired) : emptyDraft();
  const shown = preview(draft);

  const edited = () => {
    desk.edited(true);
    form.tell(t('unsaved'));
    shown.update();
  };

  const save = async (basis) => {
    form.tell(t('saving'), true);
    try {
      await savePoll(draft.item, definitionOf(draft), basis);
      desk.edited(false);
      await desk.opened(draft.item, t(stored ? 'saved' : 'published'));
    } catch (error) {
      if (error.code === 'malformed') form.refuse(error);
      else if (error.code !== 'revision_changed') form.tell(problem(error));
      else if (stored) await overwrite();
      else form.refuse({ code: 'taken' });
    }
  };

  /** Somebody else has saved this poll since it was opened: nothing of theirs is lost unasked. */
  const overwrite = async () => {
    const question = { question: t('overtaken'), detail: t('overtaken_detail') };
    form.tell(t('not_saved'));
    if (!(await ask({ ...question, yes: t('overtaken_yes'), no: t('cancel') }))) return;
    try {
      await save((await readPoll(draft.item)).tag);
    } catch (error) {
      form.tell(problem(error));
    }
  };

  const { removed = false } = snapshot ?? {};
  const form = pollForm({ draft, stored, removed, taken, edited, save: () => save(tag) });

  const act = async (name) => {
    const removes = name === 'remove';
    const question = { question: t('remove_ask'), detail: t('remove_detail') };
    if (removes && !(await ask({ ...question, yes: t('remove_yes'), no: t('cancel') }))) return;
    // What is not saved would be lost, or be published by a button that does not say so.
    if (!(await desk.mayLeave())) return;
    try {
      if (removes) await removePoll(draft.item);
      else await savePoll(draft.item, deeds[name](stored), tag);
      await desk.opened(draft.item, undefined, saidOf);
    } catch (error) {
      if (error.code === 'revision_changed') await desk.opened(draft.item, problem(error));
      else bar.status.textContent = problem(error);
    }
  };

  const bar = snapshot && stateBar(snapshot, act);
  const name = snapshot ? snapshot.title || snapshot.item : t('new_poll');
  return h(
    'article',
    { className: 'poll-page', lang },
    h('p', {}, h('a', { href: '#/' }, `← ${t('all_polls')}`)),
    h('h2', { className: 'poll-name', tabIndex: -1 }, name),
    bar ? bar.element : '',
    h(
      'div',
      { className: 'columns' },
      h('div', { className: 'main-column' }, form.element),
      h('div', { className: 'side-column' }, snapshot ? embed(snapshot.item) : '', shown.element),
    ),
    snapshot && !snapshot.removed ? results(snapshot.item) : '',
  );
}
