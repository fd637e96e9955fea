import type { ReactiveController } from 'lit';
import { inheritedAttribute, unwatchAncestors, watchAncestors } from './ancestors.js';
import { adapterOf } from '../data/contract-v1.js';
import { debug } from './debug.js';
import { BeforeVoteEvent, FailureEvent, LoadEvent, VoteEvent } from './events.js';
import { follow, unfollow } from './live.js';
import { requestFirst } from '../data/loader.js';
import { languageTag } from './messages.js';
import { type ItemHost, hasBackEnd, sourceOf } from './item-host.js';
import type { RequestError } from '../data/request-error.js';
import type { Approval, ItemSubscriber } from '../data/item-subscriber.js';
import type { SharedItem } from '../data/shared-item.js';
import type { Contract, Versioned, View } from '../data/view.js';
import type { Kind } from '../contract/item.js';
import type { Source } from '../data/adapter.js';
import { sourceKey } from '../data/source.js';
import { joinItem, leaveItem } from '../data/store.js';
import { forgetNear, whenNear } from './visibility.js';

const empty = { phase: 'empty' } as const;

/** Connects one element to the shared state of the item that its attributes and ancestors name. */
export class ItemController<S extends Versioned, V> implements ReactiveController, ItemSubscriber {
  readonly #host: ItemHost;
  readonly #kind: Kind;
  readonly #contract: Contract<S, V>;
  readonly #wanted: () => boolean;
  #item: SharedItem<S, V> | undefined;
  #lang = 'en';

  /**
   * @param wanted - While it returns false, the controller does not join or load the item.
   */
  constructor(host: ItemHost, kind: Kind, contract: Contract<S, V>, wanted = () => true) {
    this.#host = host;
    this.#kind = kind;
    this.#contract = contract;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** The state of the item that the element shows now. */
  get view(): View<S, V> {
    return this.#item?.view ?? empty;
  }

  /**
   * BCP 47 tag from the nearest `lang` attribute of the element or its ancestors; `en` if there is
   * none.
   */
  get lang(): string {
    return this.#lang;
  }

  /**
   * True if the page forbids input, by `disabled` or `readonly` on the element or by a disabled
   * fieldset.
   */
  get fixed(): boolean {
    return this.#host.matches(':disabled, [readonly]');
  }

  /** True for the one element that makes announcements for all elements of the item. */
  get lead(): boolean {
    return this.#item?.lead === this;
  }

  /** True if a back end can take a vote. */
  get votable(): boolean {
    const source = this.#item?.source;
    return Boolean(source && hasBackEnd(source) && adapterOf(source)?.send);
  }

  /** The source in use, or the one that the element would use; `undefined` without a server. */
  get source(): Source | undefined {
    return this.#item?.source ?? this.#usableSource();
  }

  /**
   * Casts the reader's vote, or withdraws it with `null`, unless the page cancels
   * `riac-before-vote`. Call it within the reader's gesture.
   */
  cast(vote: V | null): void {
    this.#item?.cast(vote, this);
  }

  /** Loads again after a failed load, or sends a failed vote again. */
  retry(): void {
    this.#item?.retry(this);
  }

  dismiss(): void {
    this.#item?.dismiss();
  }

  /** Loads the item again after a change other than a vote, such as a click or the closing time. */
  refresh(): void {
    this.#item?.refresh();
  }

  hostConnected(): void {
    watchAncestors(this.#host, this.#ancestorsChanged);
    this.#ancestorsChanged();
    this.#join();
  }

  hostDisconnected(): void {
    unwatchAncestors(this.#ancestorsChanged);
    this.#leave();
  }

  /** Joins another item if changed properties name one. */
  hostUpdate(): void {
    if (this.#host.isConnected) this.#join();
  }

  hostUpdated(): void {
    if (this.#host.debug) void debug(this.#host, this);
  }

  itemChanged(): void {
    this.#host.requestUpdate();
    this.#followIfLive();
  }

  itemFailed(error: RequestError): void {
    this.#host.dispatchEvent(new FailureEvent(this.#kind, this.#id, error));
  }

  itemLoaded(snapshot: unknown): void {
    this.#host.dispatchEvent(new LoadEvent(this.#kind, this.#id, snapshot));
  }

  approveVote(vote: unknown): Approval | undefined {
    const event = new BeforeVoteEvent(this.#kind, this.#id, vote);
    return this.#host.dispatchEvent(event) ? event : undefined;
  }

  voteCounted(vote: unknown, snapshot: unknown): void {
    this.#host.dispatchEvent(new VoteEvent(this.#kind, this.#id, vote, snapshot));
  }

  get #id(): string {
    return this.#item?.source.item ?? '';
  }

  readonly #ancestorsChanged = (): void => {
    this.#lang = languageTag(inheritedAttribute(this.#host, 'lang') ?? '');
    this.#host.requestUpdate();
  };

  /**
   * Returns the source if it can be read. A poll has no default id, so without one it shows the
   * poll in its own markup.
   */
  #usableSource(): Source | undefined {
    const source = sourceOf(this.#host, this.#kind, this.lang);
    return source.src || (hasBackEnd(source) && source.item) ? source : undefined;
  }

  #join(): void {
    const source = this.#wanted() ? this.#usableSource() : undefined;
    const former = this.#item?.source;
    if (source && former && sourceKey(source) === sourceKey(former)) return this.#followIfLive();
    this.#leave();
    if (!source) return;
    const item = joinItem(source, this.#contract, this);
    this.#item = item;
    whenNear(this.#host, () => requestFirst(item));
  }

  /**
   * Starts or ends live updates. They serve only items that are not closed, so each change of state
   * calls this.
   */
  #followIfLive(): void {
    const item = this.#item;
    if (this.#host.live && item?.snapshot && item.snapshot.state !== 'closed')
      follow(this.#host, item);
    else unfollow(this.#host);
  }

  #leave(): void {
    if (!this.#item) return;
    unfollow(this.#host);
    forgetNear(this.#host);
    leaveItem(this.#item, this);
    this.#item = undefined;
  }
}
