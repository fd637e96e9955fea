import { approve, erase, exportPoll, readResults, readWritten } from './api.js';
import { ask, button, h } from './dom.js';
import { formatNumber, lang, problem, t } from './words.js';

function table({ questions }) {
  return questions.map(({ text, options, voters }) =>
    h(
      'table',
      {},
      h('caption', {}, text),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, t('answer')),
          h('th', { scope: 'col', className: 'number' }, t('votes')),
        ),
      ),
      h(
        'tbody',
        {},
        options.map(({ label, votes }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, label),
            h('td', { className: 'number' }, formatNumber(votes ?? 0)),
          ),
        ),
      ),
      h('tfoot', {}, h('tr', {}, h('td', { colSpan: 2 }, t('voters', { n: voters ?? 0 })))),
    ),
  );
}

/** What came of a poll: its counts, hidden or not, the readers' own words, and the files. */
export function results(item) {
  const status = h('p', { role: 'status', className: 'save-status' });
  const counts = h('div', { className: 'counts' });
  const words = h('ul', { className: 'words', tabIndex: -1 });
  /** Questions that take words at present: only for them can any be shown. */
  let taking = new Set();

  /** Runs a deed and says what came of it. */
  const attempt = async (deed, said) => {
    try {
      const result = await deed();
      status.textContent = said;
      return result;
    } catch (error) {
      status.textContent = problem(error);
      return undefined;
    }
  };

  /** What nobody has written any more is said so, and goes from the list. */
  const judge = async (deed, said) => {
    await attempt(async () => {
      try {
        await deed();
      } catch (error) {
        throw error.code === 'not_found' ? { code: 'words_gone' } : error;
      }
    }, said);
    await load().catch(() => undefined);
  };

  const decide = async ({ question, words: text, approved }) => {
    const next = { question, words: text, approved: !approved };
    await judge(() => approve(item, next), t(approved ? 'rejected_now' : 'approved_now'));
    // To the line, not to its button, which now does the contrary: another press would undo.
    words.querySelector(`[data-words="${CSS.escape(question + text)}"]`)?.focus();
  };

  const eraseWords = async ({ question, words: text }) => {
    const asked = { question: t('erase_ask'), detail: t('erase_detail', { words: text }) };
    if (!(await ask({ ...asked, yes: t('erase_yes'), no: t('cancel') }))) return;
    await judge(() => erase(item, { question, words: text }), t('erased_now'));
    // Not to the next line: another press there would erase others.
    words.focus();
  };

  const wordsLine = (one) => {
    const { question, words: text, count, approved } = one;
    const name = approved ? 'reject' : 'approve';
    return h(
      'li',
      { tabIndex: -1, 'data-words': question + text },
      h('q', {}, h('bdi', {}, text)),
      h('span', { className: 'hint' }, t('words_count', { n: count })),
      h(
        'span',
        { className: `badge ${approved ? 'open' : 'scheduled'}` },
        t(approved ? 'approved' : 'waiting'),
      ),
      taking.has(question)
        ? button(t(name), () => decide(one), {
            className: 'button small',
            'aria-label': t(`${name}_of`, { words: text }),
          })
        : '',
      button(t('erase'), () => eraseWords(one), {
        className: 'button small',
        'aria-label': t('erase_of', { words: text }),
      }),
    );
  };

  async function load() {
    const [snapshot, written] = await Promise.all([readResults(item, lang), readWritten(item)]);
    taking = new Set(snapshot.questions.flatMap(({ id, other }) => (other ? [id] : [])));
    counts.replaceChildren(
      ...(snapshot.voters ? table(snapshot) : [h('p', { className: 'hint' }, t('no_votes'))]),
    );
    words.replaceChildren(
      ...(written.length
        ? written.map(wordsLine)
        : [h('li', { className: 'hint' }, t('words_none'))]),
    );
  }

  const file = (format) =>
    button(t(`export_${format}`), () =>
      attempt(() => exportPoll(item, format, lang), t('exported', { name: `${item}.${format}` })),
    );

  void attempt(load, '');
  return h(
    'section',
    { className: 'results', 'aria-labelledby': 'results' },
    h('h2', { id: 'results' }, t('results')),
    counts,
    h(
      'div',
      { className: 'row' },
      button(t('refresh'), () => attempt(load, t('refreshed'))),
      file('csv'),
      file('json'),
    ),
    h('h3', {}, t('words')),
    words,
    status,
  );
}
