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

/** The ballot paper, or the results as far as they may be seen. */
export type Screen = 'form' | 'results';

type PollView = View<PollSnapshot, PollVote>;

/** Ids of the questions that a refusal (`invalid_selection`) names. */
function refusedQuestions({ code, body }: RequestError): string[] {
  const { errors } = (body ?? {}) as { errors?: unknown };
  if (code !== 'invalid_selection' || !Array.isArray(errors)) return [];
  return errors.map((error) => String((error as { question?: unknown } | null)?.question));
}

/** What one element shows and what its reader does: which poll, which screen, which vote in the making. */
export class PollStage {
  poll: PollSnapshot | undefined;
  vote: PollVote | null = null;
  screen: Screen | undefined;
  /** The page forbids voting: the poll only shows. */
  fixed = false;
  ballot: Ballot = new Map();
  /** Where the focus goes after the next rendering, if it has to go anywhere. */
  focus: 'title' | 'fault' | undefined;
  /** The order of results that are sorted. */
  readonly standing = new PollStanding();
  readonly #item: ItemController<PollSnapshot, PollVote>;
  readonly #changed: () => void;
  /** True once the reader has tried to send a vote: from then on its faults are shown. */
  #checked = false;
  /** What is to be said that no request brought: `closed` or `revision_changed`. */
  #news = '';
  /** True while a vote was on its way when the stage last followed. */
  #sending = false;
  /** True when what became of the last vote has been read and left behind. */
  #quiet = false;
  /** The screen the reader has asked for. */
  #wanted: Screen | undefined;
  #of = '';
  #carried: PollVote | null = null;
  #wish: PollVote | null = null;

  /** @param changed - Told of what the reader does here. */
  constructor(item: ItemController<PollSnapshot, PollVote>, changed: () => void) {
    this.#item = item;
    this.#changed = changed;
  }

  /**
   * Follows what the item says now.
   * @param markup - Holds the poll that stands in where there is no item.
   * @param focused - True while the reader is inside the element.
   */
  follow(markup: { readonly poll: PollSnapshot | undefined }, focused: boolean): void {
    const { view, source } = this.#item;
    const { screen } = this;
    // The language is left out: the same poll in other words is still the poll on the stage.
    const of = source ? [source.endpoint, source.src, source.item].join(' ') : '';
    if (of !== this.#of) this.#clear();
    this.#of = of;
    // What the server refused is where the reader goes on; nobody is moved who has left the poll.
    if (focused && this.#sending && view.phase === 'refused') this.focus = 'fault';
    if ('snapshot' in view) this.#take(view);
    else if (view.phase === 'loading') this.#carried = this.vote;
    else if (view.phase === 'empty') this.poll = markup.poll;
    if (view.phase !== 'sending') this.#turn();
    // The focused button or field goes with its screen: the reader is taken to the heading.
    if (focused && screen && screen !== this.screen) this.focus = 'title';
  }

  get state(): PollSnapshot['state'] | '' {
    return this.poll ? stateAt(this.poll, serverNow()) : '';
  }

  get busy(): boolean {
    return ['sending', 'loading'].includes(this.#item.view.phase);
  }

  /** What is said politely just now, by its name among the sentences; `''` for nothing. */
  get notice(): string {
    const { view } = this.#item;
    if (view.phase !== 'ready') return '';
    const notice = this.#news || (!this.#quiet && view.notice) || '';
    return notice === 'voted' && this.poll && !isVisible(this.poll) ? 'recorded' : notice;
  }

  /** What is wrong with the vote, by question: found here or refused by the back end. */
  faults(): ReadonlyMap<string, string> {
    const { view } = this.#item;
    const found = this.poll && this.#checked ? faultsOf(this.ballot, this.poll) : [];
    const refused = 'error' in view ? refusedQuestions(view.error) : [];
    return new Map([...refused.map((id) => [id, 'invalid_selection'] as const), ...found]);
  }

  /** True while the reader may vote, change a vote or withdraw it. */
  may(deed: 'vote' | 'change' | 'withdraw'): boolean {
    const { view, votable } = this.#item;
    const gone = 'error' in view && view.error.status === 410;
    if (!this.poll || gone || this.fixed || !votable || this.state !== 'open') return false;
    return deed === 'vote' ? !this.vote : this.vote !== null && this.poll.policy[deed];
  }

  /** Picks an option of a question, or drops it. */
  pick(question: PollQuestion, option: string, picked: boolean): void {
    this.ballot = withOption(this.ballot, question, option, picked);
    this.#changed();
  }

  /** Takes the reader's own words. */
  write(question: PollQuestion, words: string): void {
    this.ballot = withOther(this.ballot, question, words);
    this.#changed();
  }

  /** Sends the vote, or shows what is wrong with it. */
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

  /** Turns to a screen of the reader's choice; `undefined` for the one that suits the vote. */
  turnTo(screen: Screen | undefined): void {
    if (screen === 'form' && this.vote) this.#start(this.vote);
    this.#wanted = screen;
    this.#quiet = true;
    this.focus = 'title';
    this.#changed();
  }

  /** Starts a vote again: from an earlier one, or from nothing. */
  #start(vote: PollVote | null): void {
    this.ballot = ballotOf(vote);
    this.#checked = false;
  }

  #take(view: Extract<PollView, { readonly snapshot: PollSnapshot }>): void {
    const { snapshot, phase } = view;
    const wish = 'wish' in view ? view.wish : null;
    // In another language the public texts may come before the reader's own vote.
    if (view.vote || phase !== 'ready' || view.notice) this.#carried = null;
    if (phase === 'sending') this.#quiet = false;
    const stands = phase === 'refused' && view.error.standing;
    if ((phase === 'ready' || stands) && this.#sending) this.#wanted = undefined;
    this.#sending = phase === 'sending';
    // A wish of an earlier visit or of another copy, which could not be sent yet.
    if (wish && wish !== this.#wish && !this.ballot.size) this.#start(wish);
    this.#wish = wish;
    if (this.poll && this.poll.revision !== snapshot.revision) this.#revise(snapshot);
    this.poll = snapshot;
    // A vote on its way is not counted yet, nor one that is being removed gone.
    if (phase !== 'sending') this.vote = view.vote ?? this.#carried;
  }

  /** The options are others now: what still fits is kept, and the reader is told. */
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
