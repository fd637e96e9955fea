import type { ReactiveController } from 'lit';
import { inheritedAttribute, unwatchAncestors, watchAncestors } from './ancestors.js';
import { adapterOf } from '../data/contract-v1.js';
import { debug } from './debug.js';
import { FailureEvent, type ItemEvent } from '../data/events.js';
import { follow, unfollow } from './live.js';
import { requestFirst } from '../data/loader.js';
import { languageTag } from './messages.js';
import { type ItemHost, sourceOf } from './item-host.js';
import type { RequestError } from '../data/request-error.js';
import type { ItemListener } from '../data/item-listener.js';
import type { SharedItem } from '../data/shared-item.js';
import type { Contract, Versioned, View } from '../data/view.js';
import type { Kind } from '../contract/item.js';
import { type Source, sourceKey } from '../data/source.js';
import { joinItem, leaveItem } from '../data/store.js';
import { forgetNear, whenNear } from './visibility.js';

const empty = { phase: 'empty' } as const;

/** Connects one element to the shared state of the item that its attributes and ancestors name. */
export class ItemController<S extends Versioned, V> implements ReactiveController, ItemListener {
  readonly #host: ItemHost;
  readonly #kind: Kind;
  readonly #contract: Contract<S, V>;
  readonly #wanted: () => boolean;
  #item: SharedItem<S, V> | undefined;
  #lang = 'en';

  /** @param wanted - While it answers false, nothing is joined and nothing is requested. */
  constructor(host: ItemHost, kind: Kind, contract: Contract<S, V>, wanted = () => true) {
    this.#host = host;
    this.#kind = kind;
    this.#contract = contract;
    this.#wanted = wanted;
    host.addController(this);
  }

  /** What to show now. */
  get view(): View<S, V> {
    return this.#item?.view ?? empty;
  }

  /** The usable part of the nearest `lang` in the ancestors, else `en`. */
  get lang(): string {
    return this.#lang;
  }

  /** True where the page forbids input: by attributes that elements reflect, or by a fieldset. */
  get fixed(): boolean {
    return this.#host.matches(':disabled, [readonly]');
  }

  /** True for the one element that speaks for all copies of the item. */
  get lead(): boolean {
    return this.#item?.lead === this;
  }

  /** True when a vote can be sent somewhere. */
  get votable(): boolean {
    const source = this.#item?.source;
    return Boolean(source?.endpoint && adapterOf(source)?.send);
  }

  /** The source in use, or the one that a write would use; `undefined` without a server. */
  get source(): Source | undefined {
    return this.#item?.source ?? this.#usableSource();
  }

  /**
   * Casts the reader's vote, or withdraws it with `null`, unless the page cancels
   * `riac-before-vote`. Called in the reader's own gesture.
   */
  cast(vote: V | null): void {
    this.#item?.cast(vote, this);
  }

  /** Loads again after a failed load, or sends a failed wish again. */
  retry(): void {
    this.#item?.retry(this);
  }

  dismiss(): void {
    this.#item?.dismiss();
  }

  /** Asks again for the numbers, which something other than a vote has changed. */
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

  /** Properties may have changed: the element may show another item now. */
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
    const item = this.#item?.source.item ?? '';
    this.#host.dispatchEvent(new FailureEvent(this.#kind, item, error));
  }

  tell(event: ItemEvent): boolean {
    return this.#host.dispatchEvent(event);
  }

  readonly #ancestorsChanged = (): void => {
    this.#lang = languageTag(inheritedAttribute(this.#host, 'lang') ?? '');
    this.#host.requestUpdate();
  };

  /** A poll has no default id: without one it shows what its own markup holds. */
  #usableSource(): Source | undefined {
    const source = sourceOf(this.#host, this.#kind, this.lang);
    return source.src || (source.endpoint && source.item) ? source : undefined;
  }

  #join(): void {
    const source = this.#wanted() ? this.#usableSource() : undefined;
    const former = this.#item?.source;
    if (source && former && sourceKey(source) === sourceKey(former)) return this.#followIfLive();
    this.#leave();
    if (!source) return;
    const item = joinItem(source, this.#contract, this);
    this.#item = item;
    whenNear(this.#host, () => requestFirst(item as unknown as SharedItem));
  }

  /** The stream serves open items only, so each change of state may start or end it. */
  #followIfLive(): void {
    const item = this.#item as unknown as SharedItem | undefined;
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
