import { waitBeforeRetry } from './backoff.js';
import type { Reading, Source, Wish } from './adapter.js';
import { type Approval, type ItemSubscriber, awaitApproval } from './item-subscriber.js';
import { requestLoad } from './loader.js';
import { jsonOf } from './json.js';
import { type Intent, deliver, dropIntent, keptIntent, maySend } from './outbox.js';
import { uuidV7 } from './random-id.js';
import { RequestError, asRequestError } from './request-error.js';
import type { Contract, Notice, Versioned, View } from './view.js';
import { ensureVoter, knownVoter } from './voter.js';

/** The state of one item, shared by all elements of the page that show it. */
export class SharedItem<S extends Versioned = Versioned, V = unknown> {
  readonly listeners = new Set<ItemSubscriber>();
  // Other modules only read the next three fields; this class writes them.
  /** The latest snapshot; `undefined` before the first one. */
  snapshot: S | undefined;
  view: View<S, V> = { phase: 'loading' };
  /**
   * The value of `performance.now()` when a vote was last counted, here or on another page. An
   * answer to an older request is stale.
   */
  writtenAt = 0;
  #vote: V | null = null;
  #lead: ItemSubscriber | undefined;
  #unsure = true;
  #publicVersion = -1;
  /** Headers that the page has added to the reader's last vote. */
  #headers: Wish['headers'] = {};
  /** The latest intent, in case the page clears its storage before the vote is sent. */
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

  /**
   * The one element that makes announcements and fires `riac-vote`. It is the element in which the
   * reader acted, else the first one.
   */
  get lead(): ItemSubscriber | undefined {
    const lead = this.#lead;
    return lead && this.listeners.has(lead) ? lead : this.listeners.values().next().value;
  }

  /**
   * True if this reader may see results that are hidden from the public, so the public version does
   * not reveal changes.
   */
  get ahead(): boolean {
    return this.version > this.#publicVersion;
  }

  /**
   * True if the loader must also read the reader's own state, because it is unknown or ahead of the
   * public one.
   */
  get asksOwn(): boolean {
    return this.#unsure || this.ahead;
  }

  /** Loads the item again, if it has been loaded before and no vote is being sent. */
  refresh(): void {
    if (this.view.phase !== 'loading' && !this.busy) requestLoad(this);
  }

  /** Loads the item and the reader's own vote again, because another page may have voted. */
  doubt(): void {
    this.#unsure = true;
    this.writtenAt = performance.now();
    this.refresh();
  }

  /**
   * Applies the answer to a read. Throws a TypeError if the body breaks the contract.
   * @param body - The snapshot, unchecked.
   * @param vote - The reader's own vote, unchecked; `undefined` for a public read.
   */
  accept(body: unknown, vote?: unknown): void {
    const snapshot = this.contract.parse(body);
    if (vote === undefined) this.#publicVersion = snapshot.version;
    else this.#unsure = false;
    this.#take(snapshot, vote);
    const view = this.view;
    const { phase } = view;
    if (phase === 'loading' || phase === 'unavailable') {
      this.#rest();
      for (const listener of this.listeners) listener.itemLoaded(snapshot);
      const kept = this.#kept();
      if (kept) this.#takeUp(kept);
    } else if (phase === 'queued') this.#followKeptIntent(view.wish, vote !== undefined);
    else if (phase !== 'sending') this.#renew();
  }

  /** Handles a failed read. A snapshot that is on the page stays there. */
  fail(error: RequestError): void {
    if (!this.snapshot) this.#show({ phase: 'unavailable', error });
    for (const listener of this.listeners) listener.itemFailed(error);
  }

  /**
   * Sends the reader's vote, unless the page cancels `riac-before-vote`. Does nothing while another
   * vote is being sent.
   * @param vote - `null` withdraws the vote.
   * @param by - The element in which the reader acted.
   */
  cast(vote: V | null, by: ItemSubscriber): void {
    if (this.busy) return;
    const approval = by.approveVote(vote);
    if (!approval) return;
    this.#lead = by;
    void this.#send({ key: uuidV7(), vote, at: Date.now() }, false, approval);
  }

  /**
   * Loads again after a failed load. Otherwise sends the stored vote again with its old key, or
   * casts a refused vote anew.
   */
  retry(by: ItemSubscriber): void {
    const view = this.view;
    if (view.phase === 'unavailable') {
      this.#show({ phase: 'loading' });
      return requestLoad(this);
    }
    if (!('wish' in view)) return;
    const kept = this.#kept();
    if (!kept || !this.#isOurs(kept)) return this.cast(view.wish, by);
    this.#lead = by;
    void this.#send(kept, true);
  }

  /** Discards a failed vote and shows the confirmed state. */
  dismiss(): void {
    const kept = this.#kept();
    if (kept) dropIntent(this.source, kept);
    this.#rest();
    // The server may have counted the vote although its answer was lost.
    this.doubt();
  }

  /**
   * Sends the stored vote if that is allowed now. If another page has removed it, loads the
   * reader's own vote instead.
   */
  resume(): void {
    const kept = this.#kept();
    if (!kept) return void (this.view.phase === 'queued' && this.doubt());
    // The page sends nothing if it forbids input in all elements that show the item.
    const shows = [...this.listeners].every(({ fixed }) => fixed);
    if (maySend(kept) && this.#isOurs(kept) && !this.busy && !shows) void this.#send(kept, true);
  }

  /**
   * Applies a snapshot and the reader's own vote. Answers may arrive out of order, so an older
   * version never replaces a newer one. The one exception is a reader whose vote is gone, who may
   * see less than before.
   * @param told - The reader's own vote, unchecked; `undefined` if the answer does not contain it.
   */
  #take(snapshot: S, told: unknown): void {
    const vote = told === undefined ? this.#vote : this.#parseVote(told);
    const less = this.#vote !== null && vote === null;
    if (snapshot.version >= this.version || less) this.snapshot = snapshot;
    this.#vote = vote;
  }

  readonly #parseVote = (vote: unknown): V | null =>
    (vote == null ? null : this.contract.parseVote?.(vote)) ?? null;

  /**
   * Returns the intent that is still to be sent. If the stored voter has changed, the page has
   * cleared its storage, so no other page has sent the intent and this one still holds it.
   */
  #kept(): Intent | undefined {
    const voter = knownVoter(this.source.endpoint);
    const lost = this.view.phase === 'queued' && voter !== this.#intent?.voter;
    return keptIntent(this.source, this.#parseVote) ?? (lost ? this.#intent : undefined);
  }

  /**
   * Updates a queued vote after other pages may have sent or discarded it.
   * @param told - True if the last answer contained the reader's own vote.
   */
  #followKeptIntent(wish: V | null, told: boolean): void {
    const kept = this.#kept();
    if (kept?.refused) this.#takeUp(kept);
    // Another page has sent or discarded the vote. An adapter may never return the reader's vote.
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

  /** False if the intent needs headers that this page has not added. */
  #isOurs({ headed }: Intent): boolean {
    return !headed || this.#headed;
  }

  /**
   * Continues, after the first load, with a vote from an earlier visit. Sends it if that is
   * allowed. Otherwise shows why not: the server refused it, asked to wait, or it needs headers
   * from the page.
   */
  #takeUp(kept: Intent): void {
    const { refused = '', after = 0 } = kept;
    const wait = Math.max(0, after - Date.now()) / 1000;
    this.#intent = kept;
    if (!refused && !wait && this.#isOurs(kept)) return this.resume();
    if (refused) dropIntent(this.source, kept);
    const error = new RequestError('refused', refused, refused ? 0 : 503, refused, wait);
    this.#fall(error, this.#parseVote(kept.vote), true);
  }

  async #send(intent: Intent, late: boolean, approval?: Approval): Promise<void> {
    const snapshot = this.snapshot;
    if (!snapshot) return;
    const wish = this.#parseVote(intent.vote);
    // A retry may have been counted already, and a known voter may have voted before. Then this
    // does not predict new counts.
    const unsure = late || (this.#unsure && knownVoter(this.source.endpoint));
    const expected = unsure
      ? snapshot
      : (this.contract.expect?.(snapshot, wish, this.#vote) ?? snapshot);
    this.#unsure = false;
    this.#show({ phase: 'sending', snapshot: expected, vote: wish });
    try {
      // If there is no promise to wait for, the outbox stores the vote synchronously, within the
      // reader's gesture.
      if (approval?.pending.length) await awaitApproval(approval);
      if (approval) this.#headers = Object.fromEntries(approval.headers);
      // All attempts use one voter token. The page may clear its storage meanwhile, and a later
      // page must find the same voter.
      const known = ensureVoter(this.source.endpoint, intent.voter);
      const voter = intent.voter ?? known;
      const sent = { ...intent, voter, headed: this.#headed };
      this.#intent = sent;
      await deliver(this.source, sent, (body) => this.#settle(body, wish), this.#headers);
      this.#rest(this.#outcome(late));
      this.lead?.voteCounted(this.#vote, this.snapshot);
      // Another page voted while this request was under way.
      if (this.#unsure) this.refresh();
    } catch (thrown) {
      this.#fall(asRequestError(thrown), wish, late);
    }
  }

  /**
   * Applies the answer to a write. Throws a TypeError if the answer breaks the contract.
   * @param wish - The vote that was sent. It stands for the reader's vote if an adapter does not
   *   return it.
   */
  #settle(body: unknown, wish?: V | null): void {
    const { snapshot, vote = wish } = body as Reading;
    this.#take(this.contract.parse(snapshot), vote);
    this.writtenAt = performance.now();
  }

  /**
   * A write failed. Shows the last confirmed snapshot, or the newer one that came with the refusal.
   */
  #fall(error: RequestError, wish: V | null, late: boolean): void {
    const { transient, body, standing } = error;
    this.#unsure = true;
    try {
      if ((Object(body) as Reading).snapshot) this.#settle(body);
      else if (this.snapshot) this.#take(this.snapshot, standing);
    } catch {
      // The refusal contains an invalid snapshot or vote, so the last confirmed state stays.
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

  /**
   * Shows the newest snapshot and keeps the phase, so that a notice or an error stays on the page.
   */
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
