import type { LitElement, ReactiveController } from 'lit';
import { type RequestError, asRequestError } from '../data/request-error.js';
import { parsePoll } from './poll-api.js';
import type { PollSnapshot } from '../contract/poll.js';

const words = (node: Node | null | undefined) =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/**
 * Parses a number in the markup. Accepts digits only, so that a typing error does not count as
 * zero.
 */
const digits = (value: string | null | undefined) =>
  value == null ? undefined : /^\s*\d+\s*$/.test(value) ? Number(value) : NaN;

const blocks = 'fieldset, ol, ul';
const headings = 'h1, h2, h3, h4, h5, h6';

function readOption(element: HTMLElement, index: number): object {
  const tally = element.querySelector('data');
  const label = element.cloneNode(true) as HTMLElement;
  label.querySelector('data')?.remove();
  return {
    id: element.dataset['id'] ?? String(index + 1),
    label: words(label),
    votes: digits(element.dataset['votes'] ?? tally?.getAttribute('value')),
  };
}

function readQuestion(block: HTMLElement, index: number): object {
  const legend = block.querySelector('legend');
  const before = block.previousElementSibling;
  const options = [...block.querySelectorAll<HTMLElement>(legend ? 'label' : 'li')].map(readOption);
  const { id, voters } = block.dataset;
  return {
    id: id ?? String(index + 1),
    text: words(legend ?? (before?.matches(`${headings}, ${blocks}`) ? undefined : before)),
    kind: block.querySelector('[type="checkbox"]') || voters ? 'multiple' : 'single',
    voters: digits(voters),
    options,
  };
}

/**
 * Reads the body of a snapshot from the children of an element; `undefined` if they contain no
 * votes.
 */
function readBody(host: HTMLElement): unknown {
  const json = host.querySelector('script[type="application/json"]');
  if (json) return JSON.parse(json.textContent ?? '') as unknown;
  if (!host.querySelector('[data-votes], data')) return undefined;
  // Takes the innermost lists, because an outer list only numbers the questions.
  const found = [...host.querySelectorAll<HTMLElement>(blocks)].filter(
    (block) =>
      !block.parentElement?.closest('fieldset') &&
      (block.matches('fieldset') || !block.querySelector('ol, ul')),
  );
  return {
    title: words(host.querySelector(headings)),
    closes_at: host.querySelector('time')?.getAttribute('datetime'),
    voters: digits(host.dataset['voters']),
    questions: found.map(readQuestion),
  };
}

/**
 * Reads a poll without a server from the element's children, and again each time they change. They
 * may be a `<script type="application/json">` with a snapshot of the contract. They may also be a
 * heading and, for each question, one of two forms. Either a `<fieldset>` holds `<legend>` and
 * `<label data-votes="33">`, or a text precedes a list whose items end with `<data value="33">33
 * (31%)</data>`.
 */
export class PollMarkup implements ReactiveController {
  readonly #host: LitElement;
  readonly #failed: (error: RequestError) => void;
  readonly #observer: MutationObserver;
  #read = false;
  #poll: PollSnapshot | undefined;
  /** The error of the last read; `undefined` if it succeeded. */
  error: RequestError | undefined;

  /**
   * @param failed - Called once with the error if the children are no valid poll.
   */
  constructor(host: LitElement, failed: (error: RequestError) => void) {
    this.#host = host;
    this.#failed = failed;
    this.#observer = new MutationObserver(() => {
      this.#read = false;
      host.requestUpdate();
    });
    host.addController(this);
  }

  get poll(): PollSnapshot | undefined {
    if (!this.#read) this.#readNow();
    return this.#poll;
  }

  hostConnected(): void {
    this.#read = false;
    const all = { childList: true, characterData: true, attributes: true, subtree: true };
    this.#observer.observe(this.#host, all);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #readNow(): void {
    this.#read = true;
    this.#poll = this.error = undefined;
    try {
      const body = readBody(this.#host);
      this.#poll = body === undefined ? undefined : parsePoll(body);
    } catch (thrown) {
      this.error = asRequestError(thrown);
      this.#failed(this.error);
    }
  }
}
