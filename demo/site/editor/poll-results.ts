import { LitElement, type PropertyValues, html, nothing } from 'lit';
import type { PollJson, PollOptionJson, PollQuestionJson } from '../../../src/contract/json.js';
import {
  ApiError,
  type FileFormat,
  type WrittenWords,
  approve,
  erase,
  exportPoll,
  readResults,
  readWritten,
} from './api.js';
import { ask } from './ask.js';
import { codeOf, formatNumber, lang, problem, t } from './words.js';

const row = ({ label, votes }: PollOptionJson) => html`
  <tr>
    <th scope="row">${label}</th>
    <td class="number">${formatNumber(votes ?? 0)}</td>
  </tr>
`;

const table = ({ text, options, voters }: PollQuestionJson) => html`
  <table>
    <caption>
      ${text}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('answer')}</th>
        <th scope="col" class="number">${t('votes')}</th>
      </tr>
    </thead>
    <tbody>
      ${options.map(row)}
    </tbody>
    <tfoot>
      <tr>
        <td colspan="2">${t('voters', { n: voters ?? 0 })}</td>
      </tr>
    </tfoot>
  </table>
`;

const keyOf = ({ question, words }: WrittenWords) => question + words;

/** Shows the results of a poll, hidden or not, with its write-ins and the links to download them. */
export class PollResults extends LitElement {
  static override properties = {
    item: { attribute: false },
    results: { state: true },
    written: { state: true },
    status: { state: true },
  };

  /** Public id of the poll. */
  declare item: string;
  declare private results: PollJson | undefined;
  declare private written: readonly WrittenWords[];
  declare private status: string;

  constructor() {
    super();
    this.written = [];
    this.status = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item')) void this.#attempt(() => this.#load(), '');
  }

  async #load(): Promise<void> {
    const { item } = this;
    [this.results, this.written] = await Promise.all([readResults(item, lang), readWritten(item)]);
  }

  /** Runs `deed`, then shows `said`, or the error. */
  async #attempt(deed: () => Promise<void>, said: string): Promise<void> {
    try {
      await deed();
      this.status = said;
    } catch (error) {
      this.status = problem(error);
    }
  }

  /** Runs `deed` on a write-in and reloads. Shows `words_gone` if no ballot contains it any more. */
  async #judge(deed: () => Promise<void>, said: string): Promise<void> {
    await this.#attempt(async () => {
      try {
        await deed();
      } catch (error) {
        throw codeOf(error) === 'not_found' ? new ApiError('words_gone') : error;
      }
    }, said);
    await this.#load().catch(() => undefined);
    await this.updateComplete;
  }

  async #decide(one: WrittenWords): Promise<void> {
    const { question, words, approved } = one;
    const approval = { question, words, approved: !approved };
    const said = t(approved ? 'rejected_now' : 'approved_now');
    await this.#judge(() => approve(this.item, approval), said);
    // Focuses the line and not its button. The button now does the opposite, so a second press would undo.
    this.querySelector<HTMLElement>(`[data-words="${CSS.escape(keyOf(one))}"]`)?.focus();
  }

  async #erase({ question, words }: WrittenWords): Promise<void> {
    const asked = { question: t('erase_ask'), detail: t('erase_detail', { words }) };
    if (!(await ask({ ...asked, yes: t('erase_yes'), no: t('cancel') }))) return;
    await this.#judge(() => erase(this.item, { question, words }), t('erased_now'));
    // Focuses the list and not the next line, where a second press would erase another write-in.
    this.querySelector<HTMLElement>('.words')?.focus();
  }

  #wordsLine(one: WrittenWords) {
    const { question, words, count, approved } = one;
    // Only questions that still offer write-ins show them to readers.
    const isTaking = this.results?.questions.some(({ id, other }) => other && id === question);
    const deed = approved ? 'reject' : 'approve';
    const button = (label: string, name: string, press: () => void) => html`
      <button type="button" class="button small" aria-label=${name} @click=${press}>
        ${label}
      </button>
    `;
    return html`
      <li tabindex="-1" data-words=${keyOf(one)}>
        <q><bdi>${words}</bdi></q>
        <span class="hint">${t('words_count', { n: count })}</span>
        <span class="badge ${approved ? 'open' : 'scheduled'}">
          ${t(approved ? 'approved' : 'waiting')}
        </span>
        ${isTaking ? button(t(deed), t(`${deed}_of`, { words }), () => this.#decide(one)) : nothing}
        ${button(t('erase'), t('erase_of', { words }), () => this.#erase(one))}
      </li>
    `;
  }

  #counts() {
    const { results } = this;
    if (!results) return nothing;
    if (results.voters) return results.questions.map(table);
    return html`<p class="hint">${t('no_votes')}</p>`;
  }

  #words() {
    if (!this.results) return nothing;
    if (this.written.length) return this.written.map((one) => this.#wordsLine(one));
    return html`<li class="hint">${t('words_none')}</li>`;
  }

  #fileButton(format: FileFormat) {
    const { item } = this;
    const said = t('exported', { name: `${item}.${format}` });
    const press = () => this.#attempt(() => exportPoll(item, format, lang), said);
    return html`
      <button type="button" class="button" @click=${press}>${t(`export_${format}`)}</button>
    `;
  }

  protected override render() {
    const refresh = () => this.#attempt(() => this.#load(), t('refreshed'));
    return html`
      <section class="results" aria-labelledby="results">
        <h2 id="results">${t('results')}</h2>
        <div class="counts">${this.#counts()}</div>
        <div class="row">
          <button type="button" class="button" @click=${refresh}>${t('refresh')}</button>
          ${this.#fileButton('csv')} ${this.#fileButton('json')}
        </div>
        <h3>${t('words')}</h3>
        <ul class="words" tabindex="-1">
          ${this.#words()}
        </ul>
        <p role="status" class="save-status">${this.status}</p>
      </section>
    `;
  }
}
