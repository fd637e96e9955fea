import { LitElement, type PropertyValues, html, nothing } from 'lit';
import {
  ApiError,
  type PollSummary,
  type StoredPoll,
  readPoll,
  removePoll,
  savePoll,
} from './api.js';
import { ask } from './ask.js';
import { definitionOf, draftOf } from './draft-definition.js';
import { type Draft, emptyDraft } from './draft.js';
import { type Deed, deedsIn, definitionAfter, saidOf } from './poll-deeds.js';
import { PollForm } from './poll-form.js';
import { badge, stateOf, timeOf } from './poll-list.js';
import { PollPreview } from './poll-preview.js';
import { codeOf, lang, problem, t } from './words.js';

/** Functions of the desk that the page of a poll calls. */
export interface Desk {
  /** Called with true when the page has unsaved changes, and with false when it has none. */
  readonly edited: (isDirty: boolean) => void;
  /** Asks the editor about unsaved changes, if any. Resolves to false if she wants to stay. */
  readonly mayLeave: () => Promise<boolean>;
  /**
   * Reads a poll from the server and shows it.
   * @param say - Returns the message for the editor.
   */
  readonly opened: (item: string, say: (poll: PollSummary) => string) => Promise<void>;
}

/** The page of one poll, new or published. */
export class PollPage extends LitElement {
  static override properties = {
    poll: { attribute: false },
    stored: { attribute: false },
    taken: { attribute: false },
    desk: { attribute: false },
    status: { state: true },
  };

  /** The stored state of the poll; `undefined` for a new poll. */
  declare poll: PollSummary | undefined;
  declare stored: StoredPoll | undefined;
  /** Public ids of the other polls. */
  declare taken: readonly string[];
  declare desk: Desk;
  declare private status: string;
  #draft: Draft = emptyDraft();

  constructor() {
    super();
    this.taken = [];
    this.status = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('stored') || !this.stored || !this.poll) return;
    const { definition, retired } = this.stored;
    this.#draft = draftOf(this.poll.item, definition, retired);
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.poll-name')?.focus();
  }

  get #form(): PollForm {
    const form = this.querySelector('poll-form');
    if (!(form instanceof PollForm)) throw new Error('The page has no form.');
    return form;
  }

  #edited(): void {
    this.desk.edited(true);
    this.#form.tell(t('unsaved'));
    const preview = this.querySelector('poll-preview');
    if (preview instanceof PollPreview) preview.refresh();
  }

  async #save(tag = this.stored?.tag): Promise<void> {
    const form = this.#form;
    const draft = this.#draft;
    form.tell(t('saving'), true);
    try {
      await savePoll(draft.item, definitionOf(draft), tag);
      this.desk.edited(false);
      await this.desk.opened(draft.item, () => t(this.stored ? 'saved' : 'published'));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'malformed' && error instanceof ApiError) form.refuse(error);
      else if (code !== 'revision_changed') form.tell(problem(error));
      else if (this.stored) await this.#overwrite();
      else form.refuseAddress();
    }
  }

  /** Somebody else has saved this poll meanwhile. Asks the editor before it overwrites that change. */
  async #overwrite(): Promise<void> {
    const question = { question: t('overtaken'), detail: t('overtaken_detail') };
    this.#form.tell(t('not_saved'));
    if (!(await ask({ ...question, yes: t('overtaken_yes'), no: t('cancel') }))) return;
    try {
      await this.#save((await readPoll(this.#draft.item)).tag);
    } catch (error) {
      this.#form.tell(problem(error));
    }
  }

  async #act(deed: Deed, { definition, tag }: StoredPoll): Promise<void> {
    const { item } = this.#draft;
    const question = { question: t('remove_ask'), detail: t('remove_detail') };
    const answers = { yes: t('remove_yes'), no: t('cancel') };
    if (deed === 'remove' && !(await ask({ ...question, ...answers }))) return;
    // Asks first, since the reload after a deed discards unsaved changes.
    if (!(await this.desk.mayLeave())) return;
    try {
      if (deed === 'remove') await removePoll(item);
      else await savePoll(item, definitionAfter[deed](definition), tag);
      await this.desk.opened(item, (poll) => t(saidOf[stateOf(poll)]));
    } catch (error) {
      const wasOvertaken = codeOf(error) === 'revision_changed';
      if (wasOvertaken) await this.desk.opened(item, () => problem(error));
      else this.status = problem(error);
    }
  }

  /** Renders the state of a published poll and the buttons that change it. */
  #stateBar(poll: PollSummary, stored: StoredPoll) {
    const state = stateOf(poll);
    const words = [timeOf(poll), t('voters', { n: poll.voters ?? 0 })].filter(Boolean);
    const button = (deed: Deed) => html`
      <button type="button" class="button" @click=${() => this.#act(deed, stored)}>
        ${t(deed === 'remove' ? 'remove_poll' : deed)}
      </button>
    `;
    return html`
      <div class="state-bar">
        ${badge(state)}
        <span>${words.join(' · ')}</span>
        <div class="row">${deedsIn[state].map(button)}</div>
        <p role="status" class="save-status">${this.status}</p>
      </div>
    `;
  }

  #columns() {
    const { poll, stored, taken } = this;
    return html`
      <div class="columns">
        <div class="main-column">
          <poll-form
            .draft=${this.#draft}
            .stored=${stored?.definition}
            .removed=${poll?.removed ?? false}
            .taken=${taken}
            @poll-edited=${this.#edited}
            @poll-save=${() => this.#save()}
          ></poll-form>
        </div>
        <div class="side-column">
          ${poll ? html`<poll-embed .item=${poll.item}></poll-embed>` : nothing}
          <poll-preview .draft=${this.#draft}></poll-preview>
        </div>
      </div>
    `;
  }

  protected override render() {
    const { poll, stored } = this;
    return html`
      <article class="poll-page" lang=${lang}>
        <p><a href="#/">← ${t('all_polls')}</a></p>
        <h2 class="poll-name" tabindex="-1">${poll ? poll.title || poll.item : t('new_poll')}</h2>
        ${poll && stored ? this.#stateBar(poll, stored) : nothing} ${this.#columns()}
        ${poll && !poll.removed ? html`<poll-results .item=${poll.item}></poll-results>` : nothing}
      </article>
    `;
  }
}
