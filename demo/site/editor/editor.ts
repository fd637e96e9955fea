/** The editor's desk: sign in, list, one poll. The address after `#` says what is shown. */
import { listPolls, readToken, useToken } from './api.js';
import { ask, button, field, h } from './dom.js';
import { pollList, stateOf } from './poll-list.js';
import { pollPage } from './poll-page.js';
import { lang, problem, t } from './words.js';

const desk = document.getElementById('desk');
const said = h('p', { className: 'said', role: 'status' });

let dirty = false;
/** The address that is shown, to come back to when the editor stays. */
let shown = location.hash;

/** The other language has the same polls. */
function pointLanguagesHere() {
  for (const link of document.querySelectorAll('.languages a')) link.hash = location.hash;
}

function show(...content) {
  desk.replaceChildren(said, ...content);
}

function signIn(fault) {
  said.textContent = '';
  const control = h('input', { type: 'password', required: true, autocomplete: 'off' });
  const place = h('p', { className: 'fault', role: 'alert' }, fault ? t(fault) : '');
  const send = (event) => {
    event.preventDefault();
    useToken(control.value.trim());
    void open();
  };
  show(
    h(
      'form',
      { className: 'sign-in', onsubmit: send },
      field({ label: t('token'), control, hint: t('token_hint') }),
      place,
      h('button', { type: 'submit', className: 'button strong' }, t('sign_in')),
    ),
  );
  control.focus();
}

const signOut = async () => {
  if (!(await mayLeave())) return;
  useToken('');
  location.hash = '#/';
  signIn();
};

/** Asks when something would be lost; false when the editor stays. */
async function mayLeave() {
  const question = { question: t('leave_ask'), detail: t('leave_detail') };
  if (dirty && !(await ask({ ...question, yes: t('leave_yes'), no: t('stay') }))) return false;
  dirty = false;
  return true;
}

const hooks = {
  edited: (isDirty) => (dirty = isDirty),
  mayLeave,
  /** A poll was saved: it is shown as it stands now. */
  async opened(item, sentence, sentences) {
    const address = `#/polls/${encodeURIComponent(item)}`;
    history.replaceState(null, '', address);
    await open((poll) => sentence ?? t(sentences[stateOf(poll)]));
  },
};

/** Content for an address; `say` words what has just happened to the poll. */
async function contentFor(hash, say) {
  const polls = await listPolls(lang);
  if (hash === '#/new') {
    return pollPage({ taken: polls.map(({ item }) => item), desk: hooks });
  }
  if (!hash.startsWith('#/polls/')) return pollList(polls);
  const item = decodeURIComponent(hash.slice('#/polls/'.length));
  const snapshot = polls.find((poll) => poll.item === item);
  if (!snapshot) return h('p', {}, t('not_found'), ' ', h('a', { href: '#/' }, t('all_polls')));
  const page = await pollPage({ snapshot, taken: [], desk: hooks });
  said.textContent = say?.(snapshot) ?? '';
  return page;
}

async function open(say) {
  if (!readToken()) return signIn();
  shown = location.hash;
  pointLanguagesHere();
  said.textContent = say ? '' : t('loading');
  try {
    const content = await contentFor(location.hash, say);
    if (!say) said.textContent = '';
    show(
      content,
      h('p', { className: 'leave' }, button(t('sign_out'), signOut, { className: 'button plain' })),
    );
    desk.querySelector('.poll-name, #all-polls')?.focus();
  } catch (error) {
    if (error.code === 'not_eligible' || error.code === 'login_required') {
      useToken('');
      signIn('bad_token');
    } else {
      if (!error.code) console.error(error);
      said.textContent = '';
      show(
        h('p', { className: 'fault', role: 'alert' }, problem(error)),
        button(t('retry'), () => open()),
      );
    }
  }
  return undefined;
}

addEventListener('hashchange', async () => {
  const wanted = location.hash;
  if (wanted === shown) return;
  if (!dirty) return void open();
  history.replaceState(null, '', shown || '#/');
  if (!(await mayLeave())) return;
  history.replaceState(null, '', wanted);
  void open();
});

addEventListener('beforeunload', (event) => {
  if (dirty) event.preventDefault();
});

void open();
