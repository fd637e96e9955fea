import { serverNow } from '../core/clock.js';
import type { ItemController } from '../core/item-controller.js';
import type { View } from '../core/view.js';
import { PollDraft } from './poll-draft.js';
import type { PollOption, PollQuestion, PollSnapshot, PollVote } from './poll-snapshot.js';
import { stateAt } from './poll-time.js';

/** The ballot paper, or the results as far as they may be seen. */
export type Screen = 'form' | 'results';

/** What one element shows: which poll, which screen, which vote in the making. */
export class PollStage {
  readonly draft = new PollDraft();
  poll: PollSnapshot | undefined;
  vote: PollVote | null = null;
  screen: Screen | undefined;
  /** True when voting ended while the reader had the ballot paper. */
  justClosed = false;
  /** True when what became of the last vote has been read and left behind. */
  quiet = false;
  /** The screen the reader has asked for. */
  #wanted: Screen | undefined;
  #sending = false;
  #of = '';
  #carried: PollVote | null = null;
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

  /** Turns to a screen of the reader's choice; `undefined` for the one that suits the vote. */
  turnTo(screen: Screen | undefined): void {
    this.#wanted = screen;
    this.quiet = true;
  }

  /** What is said politely about the view, by its name among the sentences; `''` for nothing. */
  notice(view: View<PollSnapshot, PollVote>): string {
    if (view.phase !== 'ready') return '';
    if (this.justClosed) return 'closed';
    if (this.draft.overtaken) return 'revision_changed';
    if (!view.notice || this.quiet) return '';
    return view.notice === 'voted' && !this.poll?.visible ? 'recorded' : view.notice;
  }

  /** True while the reader may vote, change a vote or withdraw it. */
  may(deed: 'vote' | 'change' | 'withdraw', votable: boolean): boolean {
    if (!this.poll || !votable || this.state !== 'open') return false;
    return deed === 'vote' ? !this.vote : Boolean(this.vote) && this.poll.policy[deed];
  }

  /** Options in the order of their votes when the results came on, however the numbers move now. */
  byVotes({ id, options }: PollQuestion): readonly PollOption[] {
    if (!this.poll?.visible) return options;
    const sorted = [...options].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));
    const order = this.#order.get(id) ?? sorted.map((option) => option.id);
    this.#order.set(id, order);
    const place = new Map(order.map((option, index) => [option, index]));
    return [...options].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }

  #take(view: Extract<View<PollSnapshot, PollVote>, { readonly snapshot: PollSnapshot }>): void {
    const { snapshot, phase } = view;
    // In another language the public texts may come before the reader's own vote.
    if (view.vote || phase !== 'ready' || view.notice) this.#carried = null;
    if (phase === 'sending') this.quiet = false;
    if (phase === 'ready' && this.#sending) this.#wanted = undefined;
    this.#sending = phase === 'sending';
    if (this.poll?.revision !== snapshot.revision) this.#order.clear();
    this.poll = snapshot;
    // A vote on its way is not counted yet, nor one that is being removed gone.
    if (phase !== 'sending') this.vote = view.vote ?? this.#carried;
    this.draft.follow(snapshot, 'wish' in view ? view.wish : null);
  }

  #turn(votable: boolean): void {
    const before = this.screen;
    this.screen = this.#next(votable);
    if (this.screen === 'form') this.#order.clear();
    if (this.state !== 'closed') this.justClosed = false;
    else if (before === 'form') this.justClosed = true;
  }

  #next(votable: boolean): Screen | undefined {
    if (!this.poll) return undefined;
    if (this.may('vote', votable)) return this.poll.visible ? (this.#wanted ?? 'form') : 'form';
    return this.may('change', votable) ? (this.#wanted ?? 'results') : 'results';
  }

  #clear(): void {
    this.poll = this.screen = this.#wanted = undefined;
    this.vote = this.#carried = null;
    this.draft.start(null);
  }
}
