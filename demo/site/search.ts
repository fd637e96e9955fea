/** The search of the documentation: a dialog that the button of the masthead or `/` opens. */

const opener = document.querySelector('[data-search]');
const most = 12;
let index;

/** Both files are fetched when somebody searches, never before. */
async function loadIndex({ search }) {
  const [{ default: MiniSearch }, answer] = await Promise.all([
    import(new URL('minisearch.js', import.meta.url)),
    fetch(search),
  ]);
  if (!answer.ok) throw new Error(`${search} answered ${answer.status}.`);
  const stored = await answer.json();
  const all = MiniSearch.loadJS(stored.index, stored.options);
  return (words) =>
    all.search(words, {
      prefix: true,
      fuzzy: 0.2,
      boost: { title: 3, heading: 4 },
      combineWith: 'AND',
    });
}

function create(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function resultLine({ title, heading, url }) {
  const words = heading
    ? [title, create('span', { className: 'quiet', textContent: heading })]
    : [title];
  return create('li', {}, create('a', { href: url }, ...words));
}

function createDialog({ hint, close }) {
  const field = create('input', { type: 'search', placeholder: hint, autocomplete: 'off' });
  field.setAttribute('aria-label', hint);
  const list = create('ul', { className: 'search-results' });
  const status = create('p', { className: 'quiet search-status' });
  status.setAttribute('role', 'status');
  const button = create('button', { className: 'button plain', textContent: close });
  const form = create('form', { method: 'dialog', className: 'search-form' }, field, button);
  const dialog = create('dialog', { className: 'search' }, form, status, list);
  dialog.setAttribute('aria-label', hint);
  // Enter in the field follows the first result instead of closing the dialog.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', (event) => moveBetween(event, field, list));
  // A link within the page would leave the dialog in front of its target.
  list.addEventListener('click', ({ target }) => target.closest('a') && dialog.close());
  document.body.append(dialog);
  return { dialog, field, list, status };
}

function moveBetween(event, field, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [field, ...list.querySelectorAll('a')];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

async function show({ field, list, status }) {
  try {
    index ??= loadIndex(opener.dataset);
    const find = await index;
    // Read now: the reader may have typed while the index came.
    const words = field.value.trim();
    const found = words ? find(words).slice(0, most) : [];
    list.replaceChildren(...found.map(resultLine));
    status.textContent = words && !found.length ? opener.dataset.none : '';
  } catch {
    index = undefined;
    status.textContent = opener.dataset.failed;
  }
}

const isTyping = (event) =>
  event
    .composedPath()
    .some(
      (node) =>
        node instanceof Element && node.matches('input, textarea, select, [contenteditable]'),
    );

function prepare(button) {
  let parts;
  const open = () => {
    parts ??= createDialog(button.dataset);
    parts.field.oninput = () => void show(parts);
    if (!parts.dialog.open) parts.dialog.showModal();
    parts.field.select();
    void show(parts);
  };
  button.hidden = false;
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== '/' || modified || event.defaultPrevented || isTyping(event)) return;
    event.preventDefault();
    open();
  });
}

if (opener instanceof HTMLButtonElement) prepare(opener);
