/** Shows the code of a configuration in tabs, with a button that copies it. */
import { type Places, codeFor } from './code.js';
import { type Bench, type Configuration, type Tab, tabs } from './configuration.js';
import { type Child, h, nodesOf } from './dom.js';
import { highlighted } from './highlight.js';
import { type SentenceName, t } from './words.js';

const notes = {
  html: 'html_note',
  cms: 'cms_note',
  npm: 'npm_note',
  react: 'react_note',
  vue: 'vue_note',
  svelte: 'svelte_note',
} as const satisfies Partial<Record<Tab, SentenceName>>;

function noteOf({ tab, options }: Configuration, { bundle, script }: Places): Child {
  if (tab !== 'self-hosted') return t(notes[tab]);
  const besides = ['debug', 'archive'].filter((name) => options[name]);
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
 * The tab that a key selects, as in the tabs pattern of the ARIA Authoring Practices. Arrow keys go
 * around; Home and End go to the first and the last tab.
 */
function tabFor(key: string, tab: Tab): Tab | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[key];
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  return step === undefined ? undefined : tabs.at((tabs.indexOf(tab) + step) % tabs.length);
}

function tabList(choose: (tab: Tab) => void, current: () => Tab) {
  const buttons = tabs.map((tab) =>
    h(
      'button',
      {
        ...{ type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': 'code-panel' },
        onclick: () => choose(tab),
      },
      t(tab),
    ),
  );
  const move = (event: KeyboardEvent) => {
    const to = tabFor(event.key, current());
    if (!to) return;
    event.preventDefault();
    choose(to);
    buttons[tabs.indexOf(to)]?.focus();
  };
  const element = h(
    'div',
    { className: 'tabs', role: 'tablist', 'aria-label': t('code'), onkeydown: move },
    buttons,
  );
  const mark = () =>
    buttons.forEach((each, index) => {
      const isChosen = tabs[index] === current();
      each.setAttribute('aria-selected', String(isChosen));
      each.tabIndex = isChosen ? 0 : -1;
    });
  return { element, mark };
}

const panelHead = () =>
  h(
    'div',
    { className: 'snippet-bar' },
    h('h2', { id: 'code-title', className: 'label' }, t('code')),
    h('span', { className: 'quiet', role: 'status', id: 'copy-status' }),
    copyButton(),
  );

/** @param placesNow - Returns the current places at each update, since the checksum arrives later. */
export function codePanel({ widget, configuration, changed }: Bench, placesNow: () => Places) {
  const code = h('code', { id: 'code' });
  const note = h('p', { className: 'quiet code-note' });
  const pre = h('pre', { tabIndex: 0, role: 'region' }, code);
  const panel = h('div', { role: 'tabpanel', id: 'code-panel' }, note, pre);
  const update = () => {
    const { tab } = configuration;
    const places = placesNow();
    list.mark();
    for (const each of [panel, pre]) each.setAttribute('aria-labelledby', `tab-${tab}`);
    note.replaceChildren(...nodesOf(noteOf(configuration, places)));
    const text = codeFor(tab, configuration, widget, places);
    // Unchanged code stays in the page, so that the reader's text selection survives.
    if (code.textContent !== text) code.replaceChildren(...highlighted(text));
  };
  const choose = (tab: Tab) => {
    configuration.tab = tab;
    update();
    changed();
  };
  const list = tabList(choose, () => configuration.tab);
  const element = h(
    'section',
    { className: 'code snippet', 'aria-labelledby': 'code-title' },
    panelHead(),
    list.element,
    panel,
  );
  update();
  return { element, update };
}
