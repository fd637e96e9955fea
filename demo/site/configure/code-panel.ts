/** The code in its tabs, and the button that copies it. */
import { h } from '../shared/dom.js';
import { codeFor, tabs } from './code.js';
import { highlighted } from './highlight.js';
import { t } from './words.js';

const keys = { ArrowRight: 1, ArrowLeft: -1 };

function note(tab, { options }, { bundle, script }) {
  const besides = ['debug', 'archive'].filter((name) => options[name]);
  if (tab !== 'self-hosted') return [t(`${tab}_note`)];
  const files = besides.map((name) => `riac-widgets-${name}.js`).join(', ');
  return [
    t(bundle ? 'self-hosted_note' : 'self-hosted_none'),
    files ? ` ${t('besides', { files })}` : '',
    ' ',
    h('a', { href: script, download: 'riac-widgets.js' }, t('download')),
  ];
}

const copyButton = () =>
  h(
    'button',
    {
      ...{ type: 'button', className: 'button', 'data-copy': 'code', 'data-status': 'copy-status' },
      ...{ 'data-done': t('copied'), 'data-selected': t('selected') },
    },
    t('copy'),
  );

/**
 * @param places - See `codeFor`; may change until `update` is called.
 * @param changed - Called when another tab is chosen.
 */
export function codePanel({ widget, configuration, places, changed }) {
  const code = h('code', { id: 'code' });
  const notes = h('p', { className: 'quiet code-note' });
  const pre = h('pre', { tabIndex: 0, role: 'region' }, code);
  const panel = h('div', { role: 'tabpanel', id: 'code-panel' }, notes, pre);

  const update = () => {
    const { tab } = configuration;
    for (const each of list.children) {
      const isChosen = each.id === `tab-${tab}`;
      each.setAttribute('aria-selected', String(isChosen));
      each.tabIndex = isChosen ? 0 : -1;
    }
    for (const each of [panel, pre]) each.setAttribute('aria-labelledby', `tab-${tab}`);
    notes.replaceChildren(...note(tab, configuration, places));
    const text = codeFor(tab, configuration, widget, places);
    // What a reader has selected stays selected.
    if (code.textContent !== text) code.replaceChildren(...highlighted(text));
  };
  const choose = (tab) => {
    configuration.tab = tab;
    update();
    changed();
  };
  const move = (event) => {
    const ends = { Home: 0, End: tabs.length - 1 };
    const at = tabs.indexOf(configuration.tab);
    const to = ends[event.key] ?? (keys[event.key] ? at + keys[event.key] : undefined);
    if (to === undefined) return;
    event.preventDefault();
    choose(tabs.at(to % tabs.length));
    document.getElementById(`tab-${configuration.tab}`).focus();
  };
  const list = h(
    'div',
    { className: 'tabs', role: 'tablist', 'aria-label': t('code'), onkeydown: move },
    tabs.map((tab) =>
      h(
        'button',
        {
          ...{ type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'code-panel' },
          onclick: () => choose(tab),
        },
        t(tab),
      ),
    ),
  );
  const element = h(
    'section',
    { className: 'code snippet', 'aria-labelledby': 'code-title' },
    h(
      'div',
      { className: 'snippet-bar' },
      h('h2', { id: 'code-title', className: 'label' }, t('code')),
      h('span', { className: 'quiet', role: 'status', id: 'copy-status' }),
      copyButton(),
    ),
    list,
    panel,
  );
  update();
  return { element, update };
}
