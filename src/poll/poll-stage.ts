import { serverNow } from '../data/clock.js';
import type { ItemController } from '../element/item-controller.js';
import type { RequestError } from '../data/request-error.js';
import type { View } from '../data/view.js';
import {
  type Ballot,
  ballotOf,
  faultsOf,
  voteOf,
  withOption,
  withOther,
  withValidOnly,
} from './poll-ballot.js';
import {
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  isVisible,
} from '../contract/poll.js';
import { PollStanding } from './poll-standing.js';
import { stateAt } from './poll-time.js';

/** `form` shows the fields to vote. `results` shows the results that the reader may see. */
export type Screen = 'form' | 'results';

type PollView = View<PollSnapshot, PollVote>;

/** Returns the ids of the questions that a refusal with `invalid_selection` names. */
function refusedQuestions({ code, body }: RequestError): string[] {
  const { errors } = (body ?? {}) as { errors?: unknown };
  if (code !== 'invalid_selection' || !Array.isArray(errors)) return [];
  return errors.map((error) => String((error as { question?: unknown } | null)?.question));
}

/** Holds what one element shows: the poll, the screen and the reader's unsent ballot. */
export class PollStage {
  poll: PollSnapshot | undefined;
  vote: PollVote | null = null;
  screen: Screen | undefined;
  /** True if the page forbids voting, so the poll only shows. */
  fixed = false;
  ballot: Ballot = new Map();
  /** The target of the focus after the next rendering; `undefined` if the focus stays. */
  focus: 'title' | 'fault' | undefined;
  /** The order of sorted results. */
  readonly standing = new PollStanding();
  readonly #item: ItemController<PollSnapshot, PollVote>;
  readonly #changed: () => void;
  /** True after the reader has tried to send the vote. From then on the form shows its faults. */
  #checked = false;
  /** Name of a message that no request has caused: `closed` or `revision_changed`; `''` for none. */
  #news = '';
  /** True if a vote was being sent at the last call of `follow`. */
  #sending = false;
  /** True after the reader has left the screen with the outcome of the last vote. */
  #quiet = false;
  /** The screen that the reader has asked for. */
  #wanted: Screen | undefined;
  #of = '';
  #carried: PollVote | null = null;
  #wish: PollVote | null = null;

  /**
   * @param changed - Called after each action of the reader.
   */
  constructor(item: ItemController<PollSnapshot, PollVote>, changed: () => void) {
    this.#item = item;
    this.#changed = changed;
  }

  /**
   * Updates the stage from the current state of the item.
   * @param markup - Holds the poll from the element's children, used if there is no item.
   * @param focused - True while the focus is inside the element.
   */
  follow(markup: { readonly poll: PollSnapshot | undefined }, focused: boolean): void {
    const { view, source } = this.#item;
    const { screen } = this;
    // The key ignores the language, because a poll in another language is still the same poll.
    const of = source ? [source.endpoint, source.src, source.item].join(' ') : '';
    if (of !== this.#of) this.#clear();
    this.#of = of;
    // After a refusal the focus moves to the fault, but only if the reader is still in the poll.
    if (focused && this.#sending && view.phase === 'refused') this.focus = 'fault';
    if ('snapshot' in view) this.#take(view);
    else if (view.phase === 'loading') this.#carried = this.vote;
    else if (view.phase === 'empty') this.poll = markup.poll;
    if (view.phase !== 'sending') this.#turn();
    // The focused button or field disappears with its screen, so the focus moves to the heading.
    if (focused && screen && screen !== this.screen) this.focus = 'title';
  }

  get state(): PollSnapshot['state'] | '' {
    return this.poll ? stateAt(this.poll, serverNow()) : '';
  }

  get busy(): boolean {
    return ['sending', 'loading'].includes(this.#item.view.phase);
  }

  /** Name of the message for the polite live region; `''` for none. */
  get notice(): string {
    const { view } = this.#item;
    if (view.phase !== 'ready') return '';
    const notice = this.#news || (!this.#quiet && view.notice) || '';
    return notice === 'voted' && this.poll && !isVisible(this.poll) ? 'recorded' : notice;
  }

  /**
   * Returns names of messages about faults by question id, both found here and reported by the back
   * end.
   */
  faults(): ReadonlyMap<string, string> {
    const { view } = this.#item;
    const found = this.poll && this.#checked ? faultsOf(this.ballot, this.poll) : [];
    const refused = 'error' in view ? refusedQuestions(view.error) : [];
    return new Map([...refused.map((id) => [id, 'invalid_selection'] as const), ...found]);
  }

  /** True if the reader may vote, change the vote or withdraw it. */
  may(deed: 'vote' | 'change' | 'withdraw'): boolean {
    const { view, votable } = this.#item;
    const gone = 'error' in view && view.error.status === 410;
    if (!this.poll || gone || this.fixed || !votable || this.state !== 'open') return false;
    return deed === 'vote' ? !this.vote : this.vote !== null && this.poll.policy[deed];
  }

  /** Selects or deselects an option of a question. */
  pick(question: PollQuestion, option: string, picked: boolean): void {
    this.ballot = withOption(this.ballot, question, option, picked);
    this.#changed();
  }

  /** Stores the reader's write-in for a question. */
  write(question: PollQuestion, words: string): void {
    this.ballot = withOther(this.ballot, question, words);
    this.#changed();
  }

  /** Sends the vote, or shows its faults. */
  submit(): void {
    if (!this.poll || this.busy) return;
    this.#checked = true;
    this.#news = '';
    if (faultsOf(this.ballot, this.poll).size) this.focus = 'fault';
    else this.#item.cast(voteOf(this.ballot, this.poll));
    this.#changed();
  }

  withdraw(): void {
    this.#start(null);
    this.#item.cast(null);
  }

  /** Shows the screen that the reader asks for; `undefined` for the usual one. */
  turnTo(screen: Screen | undefined): void {
    if (screen === 'form' && this.vote) this.#start(this.vote);
    this.#wanted = screen;
    this.#quiet = true;
    this.focus = 'title';
    this.#changed();
  }

  /** Resets the ballot to an earlier vote, or to an empty one. */
  #start(vote: PollVote | null): void {
    this.ballot = ballotOf(vote);
    this.#checked = false;
  }

  #take(view: Extract<PollView, { readonly snapshot: PollSnapshot }>): void {
    const { snapshot, phase } = view;
    const wish = 'wish' in view ? view.wish : null;
    // After a change of language the public texts may arrive before the reader's own vote. The
    // stage keeps the known vote until then.
    if (view.vote || phase !== 'ready' || view.notice) this.#carried = null;
    if (phase === 'sending') this.#quiet = false;
    const stands = phase === 'refused' && view.error.standing;
    if ((phase === 'ready' || stands) && this.#sending) this.#wanted = undefined;
    this.#sending = phase === 'sending';
    // The item has a vote that could not be sent yet, from an earlier visit or from another
    // element.
    if (wish && wish !== this.#wish && !this.ballot.size) this.#start(wish);
    this.#wish = wish;
    if (this.poll && this.poll.revision !== snapshot.revision) this.#revise(snapshot);
    this.poll = snapshot;
    // While a vote or a withdrawal is being sent, the server has not counted it.
    if (phase !== 'sending') this.vote = view.vote ?? this.#carried;
  }

  /**
   * Handles a new set of options. Keeps the selections that are still valid and informs the reader.
   */
  #revise(snapshot: PollSnapshot): void {
    this.standing.forget();
    if (this.ballot.size) this.#news = 'revision_changed';
    this.ballot = withValidOnly(this.ballot, snapshot);
    this.#checked = false;
  }

  #turn(): void {
    const before = this.screen;
    this.screen = this.#next();
    if (this.screen === 'form') this.standing.forget();
    if (this.screen === 'results') {
      const over = before === 'form' || this.#news === 'closed';
      this.#news = this.state === 'closed' && over ? 'closed' : '';
    }
  }

  #next(): Screen | undefined {
    if (!this.poll) return undefined;
    const voting = this.may('vote');
    const free = voting ? isVisible(this.poll) : this.may('change');
    return (free && this.#wanted) || (voting ? 'form' : 'results');
  }

  #clear(): void {
    this.poll = this.screen = this.#wanted = undefined;
    this.vote = this.#carried = null;
    this.#news = '';
    this.#start(null);
  }
}
