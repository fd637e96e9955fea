import { waitBeforeRetry } from './backoff.js';
import type { Reading, Wish } from './adapter.js';
import { BeforeVoteEvent, LoadEvent, VoteEvent } from './events.js';
import type { ItemListener } from './item-listener.js';
import { requestLoad } from './loader.js';
import { jsonOf } from './json.js';
import { type Intent, deliver, dropIntent, keptIntent, maySend } from './outbox.js';
import { permission } from './permission.js';
import { uuidV7 } from './random-id.js';
import { RequestError, asRequestError } from './request-error.js';
import type { Source } from './source.js';
import type { Contract, Notice, Versioned, View } from './view.js';
import { ensureVoter, knownVoter } from './voter.js';

/** The state of one item, shared by all elements of the page that show it. */
export class SharedItem<S extends Versioned = Versioned, V = unknown> {
  readonly listeners = new Set<ItemListener>();
  // These three are for others to read only.
  /** The latest snapshot; `undefined` until the first one. */
  snapshot: S | undefined;
  view: View<S, V> = { phase: 'loading' };
  /** By the page's clock, when a vote was counted here or elsewhere: a read that began before is stale. */
  writtenAt = 0;
  #vote: V | null = null;
  #lead: ItemListener | undefined;
  #unsure = true;
  #publicVersion = -1;
  /** What the page has added to the reader's last wish. */
  #headers: Wish['headers'] = {};
  /** The latest intent, for a page that clears its storage before it is sent. */
  #intent: Intent | undefined;

  constructor(
    readonly source: Source,
    readonly contract: Contract<S, V>,
  ) {}

  get busy(): boolean {
    return this.view.phase === 'sending';
  }

  get version(): number {
    return this.snapshot?.version ?? -1;
  }

  /** The one element that speaks and fires events for all copies: where the reader acted, else the first. */
  get lead(): ItemListener | undefined {
    const lead = this.#lead;
    return lead && this.listeners.has(lead) ? lead : this.listeners.values().next().value;
  }

  /** True when the reader has seen more than everyone may: the public version does not tell of news. */
  get ahead(): boolean {
    return this.version > this.#publicVersion;
  }

  /** True when the reader's own state is not known, or more than what everyone may see. */
  get asksOwn(): boolean {
    return this.#unsure || this.ahead;
  }

  /** Asks again for what has been asked for before; not for what the reader never came near. */
  refresh(): void {
    if (this.view.phase !== 'loading' && !this.busy) requestLoad(this as unknown as SharedItem);
  }

  /** Another page may have voted meanwhile: asks for the reader's own state too. */
  doubt(): void {
    this.#unsure = true;
    this.writtenAt = performance.now();
    this.refresh();
  }

  /** Takes the body of a public read, or of a private one, which also tells the reader's vote. */
  accept(body: unknown, vote?: unknown): void {
    const snapshot = this.contract.parse(body);
    if (vote === undefined) this.#publicVersion = snapshot.version;
    else this.#unsure = false;
    this.#take(snapshot, vote);
    const view = this.view;
    const { phase } = view;
    if (phase === 'loading' || phase === 'unavailable') {
      this.#rest();
      const { kind, item } = this.source;
      for (const listener of this.listeners) listener.tell(new LoadEvent(kind, item, snapshot));
      const kept = this.#kept();
      if (kept) this.#takeUp(kept);
    } else if (phase === 'queued') this.#followKeptIntent(view.wish, vote !== undefined);
    else if (phase !== 'sending') this.#renew();
  }

  /** A read brought nothing: what is shown already stays. */
  fail(error: RequestError): void {
    if (!this.snapshot) this.#show({ phase: 'unavailable', error });
    for (const listener of this.listeners) listener.itemFailed(error);
  }

  /**
   * Casts the reader's vote (`null` withdraws it) unless the page cancels that. `by` is the element in
   * which the reader acted.
   */
  cast(vote: V | null, by: ItemListener): void {
    if (this.busy) return;
    const { kind, item } = this.source;
    const before = new BeforeVoteEvent(kind, item, vote);
    if (!by.tell(before)) return;
    this.#lead = by;
    void this.#send({ key: uuidV7(), vote, at: Date.now() }, false, before);
  }

  /** Loads again, or sends what is kept with its old key; a wish that was refused is cast anew. */
  retry(by: ItemListener): void {
    const view = this.view;
    if (view.phase === 'unavailable') {
      this.#show({ phase: 'loading' });
      return requestLoad(this as unknown as SharedItem);
    }
    if (!('wish' in view)) return;
    const kept = this.#kept();
    if (!kept || !this.#isOurs(kept)) return this.cast(view.wish, by);
    this.#lead = by;
    void this.#send(kept, true);
  }

  /** Forgets a failed wish and shows the confirmed state. */
  dismiss(): void {
    const kept = this.#kept();
    if (kept) dropIntent(this.source, kept);
    this.#rest();
    // Its answers were lost, so it may have been counted all the same.
    this.doubt();
  }

  /** Sends a kept intent when nothing keeps it back any more; looks what became of one that is gone. */
  resume(): void {
    const kept = this.#kept();
    if (!kept) return void (this.view.phase === 'queued' && this.doubt());
    // Where all copies only show, a page sends nothing.
    const shows = [...this.listeners].every(({ fixed }) => fixed);
    if (maySend(kept) && this.#isOurs(kept) && !this.busy && !shows) void this.#send(kept, true);
  }

  /**
   * Caches may answer out of turn, and an answer may be on its way for long: numbers never go back.
   * Only a reader whose vote is gone may see less than before.
   * @param told - The reader's own vote, `undefined` where the answer says nothing of it.
   */
  #take(snapshot: S, told: unknown): void {
    const vote = told === undefined ? this.#vote : this.#parseVote(told);
    const less = this.#vote !== null && vote === null;
    if (snapshot.version >= this.version || less) this.snapshot = snapshot;
    this.#vote = vote;
  }

  readonly #parseVote = (vote: unknown): V | null =>
    vote == null ? null : this.contract.parseVote(vote);

  /** What is still to be sent. Where the voter is another one, nobody has sent it: storage was cleared. */
  #kept(): Intent | undefined {
    const voter = knownVoter(this.source.endpoint);
    const lost = this.view.phase === 'queued' && voter !== this.#intent?.voter;
    return keptIntent(this.source, this.#parseVote) ?? (lost ? this.#intent : undefined);
  }

  /** Sees what other pages have done with the wish. `told`: the reader's own vote is known now. */
  #followKeptIntent(wish: V | null, told: boolean): void {
    const kept = this.#kept();
    if (kept?.refused) this.#takeUp(kept);
    // It was sent or dropped; an adapter may never tell the vote.
    else if (!kept && (told || this.source.adapter))
      this.#rest(jsonOf(this.#vote) === jsonOf(wish) ? this.#outcome(true) : undefined);
    else this.#renew();
  }

  #outcome(late: boolean): Notice {
    return this.#vote === null ? 'withdrawn' : late ? 'counted' : 'voted';
  }

  get #headed(): boolean {
    return Object.keys(this.#headers).length > 0;
  }

  /** False for a wish whose headers only another page can add again. */
  #isOurs({ headed }: Intent): boolean {
    return !headed || this.#headed;
  }

  /** Takes up, at the first load, what an earlier visit could not send, must not yet, or was refused. */
  #takeUp(kept: Intent): void {
    const { refused = '', after = 0 } = kept;
    const wait = Math.max(0, after - Date.now()) / 1000;
    this.#intent = kept;
    if (!refused && !wait && this.#isOurs(kept)) return this.resume();
    if (refused) dropIntent(this.source, kept);
    const error = new RequestError('refused', refused, refused ? 0 : 503, refused, wait);
    this.#fall(error, this.#parseVote(kept.vote), true);
  }

  async #send(intent: Intent, late: boolean, before?: BeforeVoteEvent<V>): Promise<void> {
    const snapshot = this.snapshot;
    if (!snapshot) return;
    const wish = this.#parseVote(intent.vote);
    // What is sent again may have been counted the first time, and a known voter may have voted before.
    const unsure = late || (this.#unsure && knownVoter(this.source.endpoint));
    const expected = unsure ? snapshot : this.contract.expect(snapshot, wish, this.#vote);
    this.#unsure = false;
    this.#show({ phase: 'sending', snapshot: expected, vote: wish });
    try {
      // Without anything to wait for the wish is kept at once, in the reader's own gesture.
      if (before?.pending.length) await permission(before);
      if (before) this.#headers = Object.fromEntries(before.headers);
      // The voter stays for all attempts: the page may clear its storage meanwhile, and a wish that
      // outlives the page must find the same voter there.
      const known = ensureVoter(this.source.endpoint, intent.voter);
      const voter = intent.voter ?? known;
      const sent = { ...intent, voter, headed: this.#headed };
      this.#intent = sent;
      await deliver(this.source, sent, (body) => this.#settle(body, wish), this.#headers);
      this.#rest(this.#outcome(late));
      const { kind, item } = this.source;
      this.lead?.tell(new VoteEvent(kind, item, this.#vote, this.snapshot));
      // Another page has voted meanwhile.
      if (this.#unsure) this.refresh();
    } catch (thrown) {
      this.#fall(asRequestError(thrown), wish, late);
    }
  }

  /** Takes the answer to a write, in which an adapter may not tell the vote; throws where it is not one. */
  #settle(body: unknown, wish?: V | null): void {
    const { snapshot, vote = wish } = body as Reading;
    this.#take(this.contract.parse(snapshot), vote);
    this.writtenAt = performance.now();
  }

  /** A write failed: back to what the server last confirmed, which the refusal itself may bring. */
  #fall(error: RequestError, wish: V | null, late: boolean): void {
    const { transient, body, standing } = error;
    this.#unsure = true;
    try {
      if ((Object(body) as Reading).snapshot) this.#settle(body);
      else if (this.snapshot) this.#take(this.snapshot, standing);
    } catch {
      // What the refusal brings is of no use; what was confirmed last stays.
    }
    const snapshot = this.snapshot;
    if (!snapshot) return;
    if (late && error.code === 'closed') this.#rest('not_counted');
    else {
      const phase = transient ? 'queued' : 'refused';
      this.#show({ phase, snapshot, vote: this.#vote, wish, error });
      if (error.retryAfter) setTimeout(() => this.resume(), waitBeforeRetry(0, error));
    }
    this.lead?.itemFailed(error);
  }

  #rest(notice?: Notice): void {
    const snapshot = this.snapshot;
    if (!snapshot) return;
    this.#show({ phase: 'ready', snapshot, vote: this.#vote, ...(notice && { notice }) });
  }

  /** Newer numbers under the same phase: a notice or a failure stays where it is. */
  #renew(): void {
    const snapshot = this.snapshot;
    const view = this.view;
    if (snapshot && 'snapshot' in view) this.#show({ ...view, snapshot, vote: this.#vote });
  }

  #show(view: View<S, V>): void {
    this.view = view;
    for (const listener of this.listeners) listener.itemChanged();
  }
}
