import { type Intent, deliver, dropIntent, keptIntent } from './outbox.js';
import { uuidV7 } from './random-id.js';
import { type RequestError, asRequestError } from './request-error.js';
import type { Source } from './source.js';
import type { Contract, Notice, Versioned, View } from './view.js';

/** One element that shows an item. */
export interface ItemListener<V> {
  itemChanged(): void;
  itemLoaded(): void;
  itemFailed(error: RequestError): void;
  voteCounted(vote: V | null): void;
}

/** The state of one item, shared by all elements of the page that show it. */
export class SharedItem<S extends Versioned = Versioned, V = unknown> {
  readonly listeners = new Set<ItemListener<V>>();
  #snapshot: S | undefined;
  #vote: V | null = null;
  #view: View<S, V> = { phase: 'loading' };
  #lead: ItemListener<V> | undefined;
  #writes = 0;

  constructor(
    readonly source: Source,
    readonly contract: Contract<S, V>,
  ) {}

  get view(): View<S, V> {
    return this.#view;
  }

  get loaded(): boolean {
    return this.#snapshot !== undefined;
  }

  get busy(): boolean {
    return this.#view.phase === 'sending';
  }

  get version(): number {
    return this.#snapshot?.version ?? -1;
  }

  get state(): string | undefined {
    return this.#snapshot?.state;
  }

  /** Count of finished writes: a read that began before one of them is stale. */
  get writes(): number {
    return this.#writes;
  }

  /** The one element that speaks and fires events for all copies: where the reader acted, else the first. */
  get lead(): ItemListener<V> | undefined {
    const lead = this.#lead;
    return lead && this.listeners.has(lead) ? lead : this.listeners.values().next().value;
  }

  /** Takes the body of a public read, or of a private one, which also tells the reader's vote. */
  accept(body: unknown, vote?: unknown): void {
    const snapshot = this.contract.parse(body);
    const parsed = vote == null ? null : this.contract.parseVote(vote);
    // Caches may answer out of turn: numbers never go back.
    if (!this.#snapshot || snapshot.version >= this.#snapshot.version) this.#snapshot = snapshot;
    if (vote !== undefined) this.#vote = parsed;
    const { phase } = this.#view;
    if (phase === 'loading' || phase === 'unavailable') {
      this.#rest();
      for (const listener of this.listeners) listener.itemLoaded();
      this.#takeUpKeptIntent();
    } else if (phase !== 'sending') this.#refresh();
  }

  /** A read brought nothing: what is shown already stays. */
  fail(error: RequestError): void {
    if (!this.loaded) this.#show({ phase: 'unavailable', error });
    for (const listener of this.listeners) listener.itemFailed(error);
  }

  /** Back to the loading state, for a new try after `unavailable`. */
  restart(): void {
    this.#show({ phase: 'loading' });
  }

  /** Casts the reader's vote (`null` withdraws it). `by` is the element in which the reader acted. */
  cast(vote: V | null, by: ItemListener<V>): void {
    if (this.busy) return;
    this.#lead = by;
    void this.#send({ key: uuidV7(), vote, at: Date.now() }, false);
  }

  /** Sends again what is kept, with its old key; a wish that was refused is cast anew. */
  retry(by: ItemListener<V>): void {
    const view = this.#view;
    if (view.phase !== 'queued' && view.phase !== 'refused') return;
    const kept = keptIntent(this.source);
    if (!kept) return this.cast(view.wish, by);
    this.#lead = by;
    void this.#send(kept, true);
  }

  /** Forgets a failed wish and shows the confirmed state. */
  dismiss(): void {
    const kept = keptIntent(this.source);
    if (kept) dropIntent(this.source, kept);
    this.#rest();
  }

  /** Sends a kept intent when nothing keeps it back any more. */
  resume(): void {
    const kept = keptIntent(this.source);
    if (!kept || this.busy || !this.loaded || (kept.after ?? 0) > Date.now()) return;
    void this.#send(kept, true);
  }

  /** Takes up, at the first load, what an earlier visit could not send or was refused. */
  #takeUpKeptIntent(): void {
    const kept = keptIntent(this.source);
    if (!kept?.refused) return this.resume();
    dropIntent(this.source, kept);
    this.#rest('not_counted');
  }

  async #send(intent: Intent, late: boolean): Promise<void> {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    const wish = intent.vote === null ? null : this.contract.parseVote(intent.vote);
    const expected = this.contract.expect(snapshot, wish, this.#vote);
    this.#show({ phase: 'sending', snapshot: expected, vote: wish });
    try {
      const reply = await deliver(this.source, intent, (body) => this.#parseReply(body));
      this.#settle(reply);
      this.#rest(late ? 'counted' : wish === null ? 'withdrawn' : 'voted');
      this.lead?.voteCounted(this.#vote);
    } catch (thrown) {
      this.#fall(asRequestError(thrown), wish, late);
    }
  }

  #parseReply(body: unknown): { snapshot: S; vote: V | null } {
    const { snapshot, vote } = body as { snapshot: unknown; vote: unknown };
    return {
      snapshot: this.contract.parse(snapshot),
      vote: vote == null ? null : this.contract.parseVote(vote),
    };
  }

  /** The answer to a write is the truth, whatever version was shown before. */
  #settle({ snapshot, vote }: { snapshot: S; vote: V | null }): void {
    this.#writes++;
    this.#snapshot = snapshot;
    this.#vote = vote;
  }

  /** A write failed: back to what the server last confirmed, which the refusal itself may bring. */
  #fall(error: RequestError, wish: V | null, late: boolean): void {
    try {
      if (!error.transient) this.#settle(this.#parseReply(error.body));
    } catch {
      // The refusal came without a snapshot; the last confirmed one stays.
    }
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    if (late && !error.transient) this.#rest('not_counted');
    else {
      const phase = error.transient ? 'queued' : 'refused';
      this.#show({ phase, snapshot, vote: this.#vote, wish, error });
      if (error.retryAfter) setTimeout(() => this.resume(), error.retryAfter * 1000);
    }
    this.lead?.itemFailed(error);
  }

  #rest(notice?: Notice): void {
    const snapshot = this.#snapshot;
    if (!snapshot) return;
    this.#show({ phase: 'ready', snapshot, vote: this.#vote, ...(notice && { notice }) });
  }

  /** Newer numbers under the same phase: a notice or a failure stays where it is. */
  #refresh(): void {
    const snapshot = this.#snapshot;
    const view = this.#view;
    if (snapshot && 'snapshot' in view) this.#show({ ...view, snapshot, vote: this.#vote });
  }

  #show(view: View<S, V>): void {
    this.#view = view;
    for (const listener of this.listeners) listener.itemChanged();
  }
}
