import { serverNow } from '../core/clock.js';
import type { ItemController } from '../core/item-controller.js';
import type { RequestError } from '../core/request-error.js';
import type { View } from '../core/view.js';
import { type Ballot, ballotOf, faultsOf, voteOf, withValidOnly } from './poll-ballot.js';
import {
  type PollOption,
  type PollQuestion,
  type PollSnapshot,
  type PollVote,
  isVisible,
} from './poll-snapshot.js';
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

/** What one element shows: which poll, which screen, which vote in the making. */
export class PollStage {
  poll: PollSnapshot | undefined;
  vote: PollVote | null = null;
  screen: Screen | undefined;
  ballot: Ballot = new Map();
  /** True once the reader has tried to send a vote: from then on its faults are shown. */
  checked = false;
  /** What is to be said that no request brought: `closed` or `revision_changed`. */
  news = '';
  /** True while a vote was on its way when the stage last followed. */
  sending = false;
  /** True when what became of the last vote has been read and left behind. */
  #quiet = false;
  /** The screen the reader has asked for. */
  #wanted: Screen | undefined;
  #of = '';
  #carried: PollVote | null = null;
  #wish: PollVote | null = null;
  #order = new Map<string, readonly string[]>();

  /** Follows what the item says now; a poll in the markup stands in where there is no item. */
  follow(item: ItemController<PollSnapshot, PollVote>, markup: PollSnapshot | undefined): void {
    const { view, source } = item;
    // The language is left out: the same poll in other words is still the poll on the stage.
    const of = source ? [source.endpoint, source.src, source.item].join(' ') : '';
    if (of !== this.#of) this.#clear();
    this.#of = of;
    if ('snapshot' in view) this.#take(view);
    else if (view.phase === 'loading') this.#carried = this.vote;
    else if (view.phase === 'empty') this.poll = markup;
    if (view.phase !== 'sending') this.#turn(item.votable);
  }

  get state(): PollSnapshot['state'] {
    return this.poll ? stateAt(this.poll, serverNow()) : 'closed';
  }

  /** Starts a vote again: from an earlier one, or from nothing. */
  start(vote: PollVote | null): void {
    this.ballot = ballotOf(vote);
    this.checked = false;
  }

  /** The vote to send; `undefined` when something is wrong with it, which is then shown. */
  finish(): PollVote | undefined {
    this.checked = true;
    this.news = '';
    return this.poll && !faultsOf(this.ballot, this.poll).size
      ? voteOf(this.ballot, this.poll)
      : undefined;
  }

  /** Turns to a screen of the reader's choice; `undefined` for the one that suits the vote. */
  turnTo(screen: Screen | undefined): void {
    if (screen === 'form' && this.vote) this.start(this.vote);
    this.#wanted = screen;
    this.#quiet = true;
  }

  /** What is said politely about the view, by its name among the sentences; `''` for nothing. */
  notice(view: PollView): string {
    if (view.phase !== 'ready') return '';
    if (this.news || !view.notice || this.#quiet) return this.news;
    return view.notice === 'voted' && this.poll && !isVisible(this.poll) ? 'recorded' : view.notice;
  }

  /** What is wrong with the vote, by question: found here or refused by the back end. */
  faults(view: PollView): ReadonlyMap<string, string> {
    const found = this.poll && this.checked ? faultsOf(this.ballot, this.poll) : [];
    const refused = 'error' in view ? refusedQuestions(view.error) : [];
    return new Map([...refused.map((id) => [id, 'invalid_selection'] as const), ...found]);
  }

  /** True while the reader may vote, change a vote or withdraw it. */
  may(deed: 'vote' | 'change' | 'withdraw', votable: boolean): boolean {
    if (!this.poll || !votable || this.state !== 'open') return false;
    return deed === 'vote' ? !this.vote : Boolean(this.vote) && this.poll.policy[deed];
  }

  /** Options in the order of their votes when the results came on, however the numbers move now. */
  byVotes({ id, options }: PollQuestion): readonly PollOption[] {
    if (!this.poll || !isVisible(this.poll)) return options;
    const sorted = [...options].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
    const order = this.#order.get(id) ?? sorted.map((option) => option.id);
    this.#order.set(id, order);
    return sorted.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }

  #take(view: Extract<PollView, { readonly snapshot: PollSnapshot }>): void {
    const { snapshot, phase } = view;
    const wish = 'wish' in view ? view.wish : null;
    // In another language the public texts may come before the reader's own vote.
    if (view.vote || phase !== 'ready' || view.notice) this.#carried = null;
    if (phase === 'sending') this.#quiet = false;
    if (phase === 'ready' && this.sending) this.#wanted = undefined;
    this.sending = phase === 'sending';
    // A wish of an earlier visit or of another copy, which could not be sent yet.
    if (wish && wish !== this.#wish && !this.ballot.size) this.start(wish);
    this.#wish = wish;
    if (this.poll && this.poll.revision !== snapshot.revision) {
      this.#order.clear();
      if (this.ballot.size) this.news = 'revision_changed';
      this.ballot = withValidOnly(this.ballot, snapshot);
      this.checked = false;
    }
    this.poll = snapshot;
    // A vote on its way is not counted yet, nor one that is being removed gone.
    if (phase !== 'sending') this.vote = view.vote ?? this.#carried;
  }

  #turn(votable: boolean): void {
    const before = this.screen;
    this.screen = this.#next(votable);
    if (this.screen === 'form') this.#order.clear();
    if (this.screen === 'results') {
      this.news =
        this.state === 'closed' && (before === 'form' || this.news === 'closed') ? 'closed' : '';
    }
  }

  #next(votable: boolean): Screen | undefined {
    if (!this.poll) return undefined;
    if (this.may('vote', votable)) return isVisible(this.poll) ? (this.#wanted ?? 'form') : 'form';
    return this.may('change', votable) ? (this.#wanted ?? 'results') : 'results';
  }

  #clear(): void {
    this.poll = this.screen = this.#wanted = undefined;
    this.vote = this.#carried = null;
    this.news = '';
    this.start(null);
  }
}
