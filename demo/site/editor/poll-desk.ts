import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type PollSummary, type StoredPoll, readToken, useToken } from './api.js';
import { ask } from './ask.js';
import { type Screen, screenFor } from './desk-screen.js';
import { addressOfPoll, pollList } from './poll-list.js';
import type { Desk } from './poll-page.js';
import { type SentenceName, codeOf, problem, t } from './words.js';

/** Returns the message for the editor about a poll. */
type Say = (poll: PollSummary) => string;

/** Makes the language links of the page lead to the same screen, since both languages have all polls. */
function pointLanguagesHere(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    link.hash = location.hash;
  }
}

/**
 * The editor's desk, with a sign-in form, the list of polls, or one poll. The fragment of the address
 * selects the screen.
 */
export class PollDesk extends LitElement {
  static override properties = { screen: { state: true }, said: { state: true } };

  declare private screen: Screen;
  declare private said: string;
  #isDirty = false;
  /** The fragment of the present screen. The address returns to it if the editor does not leave. */
  #shown = location.hash;

  constructor() {
    super();
    this.screen = { phase: 'loading' };
    this.said = '';
  }

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#follow);
    addEventListener('beforeunload', this.#keep);
    void this.#open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#follow);
    removeEventListener('beforeunload', this.#keep);
  }

  readonly #keep = (event: Event) => {
    if (this.#isDirty) event.preventDefault();
  };

  readonly #follow = async () => {
    const wanted = location.hash;
    if (wanted === this.#shown) return;
    if (this.#isDirty) {
      history.replaceState(null, '', this.#shown || '#/');
      if (!(await this.#mayLeave())) return;
      history.replaceState(null, '', wanted);
    }
    await this.#open();
  };

  async #mayLeave(): Promise<boolean> {
    const question = { question: t('leave_ask'), detail: t('leave_detail') };
    const answers = { yes: t('leave_yes'), no: t('stay') };
    if (this.#isDirty && !(await ask({ ...question, ...answers }))) return false;
    this.#isDirty = false;
    return true;
  }

  readonly #desk: Desk = {
    edited: (isDirty) => (this.#isDirty = isDirty),
    mayLeave: () => this.#mayLeave(),
    opened: async (item, say) => {
      history.replaceState(null, '', addressOfPoll(item));
      await this.#open(say);
    },
  };

  /** Shows the screen of the address. */
  async #open(say?: Say): Promise<void> {
    if (!readToken()) return this.#askToken();
    this.#shown = location.hash;
    pointLanguagesHere();
    this.said = say ? '' : t('loading');
    try {
      const screen = await screenFor(location.hash);
      this.said = (screen.phase === 'poll' && say?.(screen.poll)) || '';
      this.screen = screen;
      await this.updateComplete;
      this.querySelector<HTMLElement>('#all-polls')?.focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const code = codeOf(error);
    if (code === 'not_eligible' || code === 'login_required') {
      useToken('');
      void this.#askToken('bad_token');
      return;
    }
    if (!code) console.error(error);
    this.said = '';
    this.screen = { phase: 'failed', said: problem(error) };
  }

  async #askToken(fault?: SentenceName): Promise<void> {
    this.said = '';
    this.screen = { phase: 'sign-in', fault };
    await this.updateComplete;
    this.querySelector<HTMLElement>('#token')?.focus();
  }

  #signIn(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.querySelector('#token');
    if (field instanceof HTMLInputElement) useToken(field.value.trim());
    void this.#open();
  }

  async #signOut(): Promise<void> {
    if (!(await this.#mayLeave())) return;
    useToken('');
    location.hash = '#/';
    await this.#askToken();
  }

  #tokenForm(fault: SentenceName | undefined) {
    return html`
      <form class="sign-in" @submit=${this.#signIn}>
        <div class="field">
          <label for="token">${t('token')}</label>
          <input
            id="token"
            type="password"
            required
            autocomplete="off"
            aria-describedby="token-hint"
          />
          <p id="token-hint" class="hint">${t('token_hint')}</p>
        </div>
        <p class="fault" role="alert">${fault ? t(fault) : ''}</p>
        <button type="submit" class="button strong">${t('sign_in')}</button>
      </form>
    `;
  }

  #failed(said: string) {
    return html`
      <p class="fault" role="alert">${said}</p>
      <button type="button" class="button" @click=${() => this.#open()}>${t('retry')}</button>
    `;
  }

  #pollPage(
    poll: PollSummary | undefined,
    stored: StoredPoll | undefined,
    taken: readonly string[],
  ) {
    return html`
      <poll-page .poll=${poll} .stored=${stored} .taken=${taken} .desk=${this.#desk}></poll-page>
    `;
  }

  #content() {
    const { screen } = this;
    switch (screen.phase) {
      case 'loading':
        return nothing;
      case 'sign-in':
        return this.#tokenForm(screen.fault);
      case 'failed':
        return this.#failed(screen.said);
      case 'list':
        return pollList(screen.polls);
      case 'missing':
        return html`<p>${t('not_found')} <a href="#/">${t('all_polls')}</a></p>`;
      case 'new':
        return this.#pollPage(undefined, undefined, screen.taken);
      case 'poll':
        return this.#pollPage(screen.poll, screen.stored, []);
    }
  }

  protected override render() {
    const isIn = ['list', 'missing', 'new', 'poll'].includes(this.screen.phase);
    return html`
      <p class="said" role="status">${this.said}</p>
      ${keyed(this.screen, this.#content())}
      ${
        isIn
          ? html`<p class="leave">
              <button type="button" class="button plain" @click=${this.#signOut}>
                ${t('sign_out')}
              </button>
            </p>`
          : nothing
      }
    `;
  }
}
