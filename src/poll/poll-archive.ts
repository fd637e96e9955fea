import type { Dictionary } from '../data/message-types.js';
import type { Translate } from '../element/messages.js';
import { count, id, list, object, optional, text } from '../data/parse.js';
import { type RequestError, asRequestError } from '../data/request-error.js';
import { requestJson } from '../data/request.js';
import type { Source } from '../data/adapter.js';
import { sourceKey } from '../data/source.js';
import { archiveLink } from './poll-archive-link.js';
import { pollArchiveMessages } from './poll-archive-messages.js';

/** The part of the poll element that the list reads. */
interface ArchiveHost extends HTMLElement {
  readonly renderRoot: ParentNode;
  readonly archiveHref: string;
  readonly headingLevel: number;
}

/** The options of the list and the functions that it calls. */
interface ArchiveFacts {
  readonly source: Source;
  readonly href: string;
  readonly headingLevel: number;
  readonly translate: Translate;
  problem(error: RequestError, translate: Translate): string;
  failed(error: RequestError): unknown;
}

const past = object({
  item: id,
  title: optional(text, ''),
  closes_at: optional(text, ''),
  voters: optional(count, undefined),
});
const page = object({ items: list(past), next: optional(text, '') });

type Past = ReturnType<typeof past>;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Formats a date in the language; in English if Intl rejects the tag. */
function longDate(time: number, lang: string): string {
  const options = { dateStyle: 'long' } as const;
  try {
    return new Intl.DateTimeFormat(lang, options).format(time);
  } catch {
    return new Intl.DateTimeFormat('en', options).format(time);
  }
}

/**
 * The list of past polls in one element. It loads one page at a time. `showArchive` replaces it
 * when its facts change.
 */
class PastPolls {
  readonly #place: HTMLElement;
  readonly #fallback: readonly Node[];
  readonly #facts: ArchiveFacts;
  readonly #translate: Translate;
  readonly #list = element('ul', { part: 'options' });
  readonly #status = element('div', { role: 'status', part: 'note' });
  readonly #alert = element('div', { role: 'alert', part: 'error', class: 'fault' });
  readonly #button = element('button', { type: 'button', part: 'button' });
  #next: string | undefined = '';
  #busy = false;

  constructor(place: HTMLElement, fallback: readonly Node[], facts: ArchiveFacts) {
    this.#place = place;
    this.#fallback = fallback;
    this.#facts = facts;
    this.#translate = facts.translate;
    this.#button.addEventListener('click', () => void this.load());
    void this.load();
  }

  async load(): Promise<void> {
    if (this.#busy) return;
    this.#setBusy(true);
    try {
      this.#add(await this.#read());
    } catch (thrown) {
      this.#fail(asRequestError(thrown));
    }
    this.#setBusy(false);
  }

  /**
   * Reads the next page that contains polls and skips empty ones. Rejects with an error if a
   * request fails or an answer is invalid.
   */
  async #read(): Promise<readonly Past[]> {
    const { endpoint, lang, credentials } = this.#facts.source;
    let items: readonly Past[] = [];
    while (!items.length && this.#next !== undefined) {
      const query = new URLSearchParams({ state: 'closed', lang });
      if (this.#next) query.set('cursor', this.#next);
      const answer = page(await requestJson(`${endpoint}/polls?${query}`, { credentials }));
      items = answer.items;
      this.#next = answer.next || undefined;
    }
    return items;
  }

  #add(items: readonly Past[]): void {
    const first = !this.#list.isConnected;
    const added = items.map((one) => this.#line(one));
    const focused = (this.#place.getRootNode() as ShadowRoot).activeElement === this.#button;
    this.#list.append(...added);
    this.#alert.textContent = '';
    this.#button.textContent = this.#translate('more_polls');
    if (first) this.#fill();
    this.#status.textContent = first
      ? this.#translate(added.length ? '' : 'none')
      : this.#translate('added', { n: added.length });
    this.#button.hidden = this.#next === undefined;
    // The button may be hidden now, so the focus moves to the first new line.
    if (focused) added[0]?.querySelector<HTMLElement>('a, bdi')?.focus();
  }

  #fill(): void {
    const { headingLevel } = this.#facts;
    const heading = {
      part: 'title',
      id: 'title',
      role: 'heading',
      'aria-level': `${headingLevel}`,
    };
    const title = element('div', heading, this.#translate('past'));
    const actions = element('div', { class: 'actions', part: 'actions' }, this.#button);
    this.#place.replaceChildren(title, this.#list, this.#status, this.#alert, actions);
  }

  #line({ item, title, closes_at, voters }: Past): HTMLElement {
    const translate = this.#translate;
    const { href, source } = this.#facts;
    const link = archiveLink(href, item);
    const name = element('bdi', link ? {} : { tabindex: '-1' }, title || translate('conducted'));
    const time = Date.parse(closes_at);
    // The closing time of a poll that was closed by hand may be in the future.
    const date = time <= Date.now() ? translate('on', { date: longDate(time, source.lang) }) : '';
    const facts = [
      date && translate('ended', { when: date }),
      voters === undefined ? '' : translate('voters', { n: voters }),
    ].filter(Boolean);
    return element(
      'li',
      { class: 'option', part: 'option' },
      link ? element('a', { part: 'link', href: link }, name) : name,
      element('p', {}, facts.join(' · ')),
    );
  }

  #fail(error: RequestError): void {
    this.#alert.textContent = this.#facts.problem(error, this.#translate);
    this.#button.textContent = this.#translate('retry');
    if (!this.#list.isConnected)
      this.#place.replaceChildren(...this.#fallback, this.#alert, this.#button);
    this.#facts.failed(error);
  }

  #setBusy(busy: boolean): void {
    this.#busy = busy;
    this.#button.setAttribute('aria-disabled', String(busy));
  }
}

const shown = new WeakMap<Element, { key: string; fallback: readonly Node[] }>();

/**
 * Shows the closed polls of an endpoint in place of an element's fallback. Builds the list anew if
 * the source or the messages change. Each link is `archiveHref` with the id of the poll in place of
 * `{item}`.
 * @param words - Translate function that includes the messages of the archive.
 */
export function showArchive(
  host: ArchiveHost,
  source: Source,
  words: (sentences: Dictionary) => Translate,
  problem: ArchiveFacts['problem'],
  failed: ArchiveFacts['failed'],
): void {
  const place = host.renderRoot.querySelector<HTMLElement>('#archive');
  const { archiveHref: href, headingLevel } = host;
  const translate = words(pollArchiveMessages);
  // Other messages make another list, because a page may register a language after the first list
  // is shown.
  const said = Object.keys(pollArchiveMessages['en'] ?? {}).map((name) => translate(name));
  const key = [sourceKey(source), href, headingLevel, ...said].join(' ');
  const former = place && shown.get(place);
  if (!place || former?.key === key || !source.endpoint) return;
  const fallback = former?.fallback ?? [...place.childNodes];
  shown.set(place, { key, fallback });
  new PastPolls(place, fallback, { source, href, headingLevel, translate, problem, failed });
}
