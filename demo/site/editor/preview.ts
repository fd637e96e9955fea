import { choices, h } from './dom.js';
import { isBlank } from './draft.js';
import { previewEndpoint, setPreviewed } from './preview-endpoint.js';
import { lang, t } from './words.js';

const pause = 250;
let items = 0;

const textIn = (texts, tongue) =>
  (texts[tongue] ?? '').trim() || (Object.values(texts).find((text) => text.trim()) ?? '');

/** What the server would answer for a draft, in one language. */
function snapshotOf(draft, tongue, screen) {
  const words = (texts) => textIn(texts, tongue) || '…';
  const count = (question, option) => draft.imported?.votes[question]?.[option] || 0;
  const questions = draft.questions.map((question) => {
    const { id, text, kind, min, max, required, order, other, options } = question;
    const sum = options.reduce((total, option) => total + count(id, option.id), 0);
    const voters = kind === 'single' ? sum : Math.min(sum, draft.imported?.voters || 0);
    return {
      ...{ id, text: words(text), kind, required, order, other, voters, votes: sum },
      ...(kind === 'multiple' && { min: min || 1, ...(max && { max }) }),
      options: options.map(({ id: own, label, description, image, pinned }) => ({
        ...{ id: own, label: words(label), pinned, votes: count(id, own) },
        description: isBlank(description) ? null : textIn(description, tongue),
        image: image?.src ? { ...image, alt: textIn(image.alt, tongue) } : null,
      })),
    };
  });
  return {
    ...{ item: `preview-${++items}`, revision: 1, version: 1, lang: tongue, questions },
    ...{ title: words(draft.title), state: screen === 'results' ? 'closed' : 'open' },
    ...{ opens_at: null, closes_at: screen === 'results' ? null : draft.closes_at || null },
    ...{ results: draft.results, results_state: 'visible', policy: draft.policy },
    voters: draft.imported?.voters || 0,
  };
}

/** The real element with the draft in it; `update` shows what was written meanwhile. */
export function preview(draft) {
  const stage = h('div', { className: 'stage' });
  let tongue = lang;
  let screen = 'ballot';
  let timer;

  function show() {
    setPreviewed(snapshotOf(draft, tongue, screen));
    const poll = h('riac-poll', { lang: tongue, className: 'coming' });
    poll.setAttribute('endpoint', previewEndpoint);
    poll.setAttribute('item', `preview-${items}`);
    poll.setAttribute('heading-level', '3');
    // The former one stays until this one has something to show: nothing flickers.
    const arrived = () => {
      poll.classList.remove('coming');
      // The others are taken away; to move this one would make it load again.
      for (const other of [...stage.children]) if (other !== poll) other.remove();
    };
    poll.addEventListener('riac-load', arrived, { once: true });
    for (const late of stage.querySelectorAll('.coming')) late.remove();
    stage.append(poll);
  }

  const update = () => {
    clearTimeout(timer);
    timer = setTimeout(show, pause);
  };
  const tongues = [
    { value: 'en', label: 'English' },
    { value: 'ru', label: 'Русский' },
  ];
  const screens = ['ballot', 'results'].map((value) => ({ value, label: t(`preview_${value}`) }));
  const choose = (set) => (value) => {
    set(value);
    show();
  };
  const element = h(
    'section',
    { className: 'preview', 'aria-labelledby': 'preview-title' },
    h('h2', { id: 'preview-title' }, t('preview')),
    h('p', { className: 'hint' }, t('preview_hint')),
    h(
      'div',
      { className: 'switches' },
      choices({
        legend: t('preview_screen'),
        options: screens,
        value: screen,
        change: choose((value) => (screen = value)),
      }),
      choices({
        legend: t('preview_lang'),
        options: tongues,
        value: tongue,
        change: choose((value) => (tongue = value)),
      }),
    ),
    stage,
  );
  show();
  return { element, update };
}
