/** The search of the documentation. The button in the masthead and the key `/` open its dialog. */
import type MiniSearch from 'minisearch';
import type { AsPlainObject, Options, SearchResult } from 'minisearch';

const most = 12;

interface Stored {
  readonly index: AsPlainObject;
  readonly options: Options;
}

interface Library {
  readonly default: typeof MiniSearch;
}

type Find = (words: string) => SearchResult[];

/** Fetches library and index, at the first search only. Throws if the server refuses the index. */
async function loadIndex(address: string): Promise<Find> {
  const library: Promise<Library> = import(new URL('minisearch.js', import.meta.url).href);
  const [{ default: Search }, answer] = await Promise.all([library, fetch(address)]);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const stored = (await answer.json()) as Stored;
  const all = Search.loadJS(stored.index, stored.options);
  return (words) =>
    all.search(words, {
      prefix: true,
      fuzzy: 0.2,
      boost: { title: 3, heading: 4 },
      combineWith: 'AND',
    });
}

function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Makes the line of a search result, with the stored fields `title`, `heading` and `url`. */
function resultLine({ title, heading, url }: SearchResult): HTMLElement {
  const place = heading
    ? [create('span', { className: 'quiet', textContent: String(heading) })]
    : [];
  return create('li', {}, create('a', { href: String(url) }, String(title), ...place));
}

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: HTMLElement;
}

function createDialog(hint: string, close: string): Parts {
  const field = create('input', { type: 'search', placeholder: hint, autocomplete: 'off' });
  field.setAttribute('aria-label', hint);
  const list = create('ul', { className: 'search-results' });
  const status = create('p', { className: 'quiet search-status' });
  status.setAttribute('role', 'status');
  const button = create('button', { className: 'button plain', textContent: close });
  const form = create('form', { method: 'dialog', className: 'search-form' }, field, button);
  const dialog = create('dialog', { className: 'search' }, form, status, list);
  dialog.setAttribute('aria-label', hint);
  // Enter in the field would close the dialog. It follows the first result instead.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  dialog.addEventListener('keydown', (event) => moveBetween(event, field, list));
  // Closes the dialog for a link to the same page, which loads no new page.
  list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, field, list, status };
}

function moveBetween(event: KeyboardEvent, field: HTMLElement, list: HTMLElement): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (!step) return;
  const stops = [field, ...list.querySelectorAll('a')];
  const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const isTyping = (event: Event) =>
  event
    .composedPath()
    .some(
      (node) =>
        node instanceof Element && node.matches('input, textarea, select, [contenteditable]'),
    );

class Search {
  /** The `data-` attributes of the button: the address of the index, and the texts of the dialog. */
  readonly #words: DOMStringMap;
  #parts: Parts | undefined;
  #index: Promise<Find> | undefined;

  constructor(button: HTMLButtonElement) {
    this.#words = button.dataset;
    button.hidden = false;
    button.addEventListener('click', () => this.#open());
    document.addEventListener('keydown', (event) => {
      const modified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== '/' || modified || event.defaultPrevented || isTyping(event)) return;
      event.preventDefault();
      this.#open();
    });
  }

  #open(): void {
    const { hint = '', close = '' } = this.#words;
    const parts = (this.#parts ??= createDialog(hint, close));
    parts.field.oninput = () => void this.#show(parts);
    if (!parts.dialog.open) parts.dialog.showModal();
    parts.field.select();
    void this.#show(parts);
  }

  async #show({ field, list, status }: Parts): Promise<void> {
    const { search = '', none = '', failed = '' } = this.#words;
    try {
      const find = await (this.#index ??= loadIndex(search));
      // Reads the field only now, since the reader may have typed while the index loaded.
      const words = field.value.trim();
      const found = words ? find(words).slice(0, most) : [];
      list.replaceChildren(...found.map(resultLine));
      status.textContent = words && !found.length ? none : '';
    } catch {
      this.#index = undefined;
      status.textContent = failed;
    }
  }
}

const opener = document.querySelector('[data-search]');
if (opener instanceof HTMLButtonElement) new Search(opener);
