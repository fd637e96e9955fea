import { DatabaseUnavailable, type Database } from '../items/database.js';
import type { Outcome, CheckedVote } from '../items/vote.js';

interface Waiting {
  readonly vote: CheckedVote;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Too many votes wait for the database. The route answers 503. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** Votes in one transaction at most. */
const mostAtOnce = 1000;
const longestQueue = 5000;

/**
 * Commits votes in batches, without a timer: votes that arrive during one commit form the next batch.
 * `cast` resolves after the commit of its vote.
 */
export class VoteQueue {
  readonly #database: Pick<Database, 'cast'>;
  readonly #committed: (ids: ReadonlySet<string>) => void;
  readonly #atOnce: number;
  #waiting: Waiting[] = [];
  #running = false;
  #idle: (() => void)[] = [];

  /**
   * @param committed - Gets the storage keys of the items of a batch before its votes are answered.
   * @param atOnce - Most votes of a batch; measurements set 1 for one commit per vote.
   */
  constructor(
    database: Pick<Database, 'cast'>,
    committed: (ids: ReadonlySet<string>) => void = () => undefined,
    atOnce = mostAtOnce,
  ) {
    this.#atOnce = atOnce;
    this.#database = database;
    this.#committed = committed;
  }

  /** Resolves once the vote is on disk or is known to change nothing. Throws `QueueFull`. */
  cast(vote: CheckedVote): Promise<Outcome> {
    if (this.#waiting.length >= longestQueue) throw new QueueFull();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ vote, resolve, reject });
      if (this.#waiting.length === 1 && !this.#running) setImmediate(() => void this.#pump());
    });
  }

  /** Resolves when no vote waits. */
  drained(): Promise<void> {
    if (!this.#running && !this.#waiting.length) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const batch = this.#waiting.splice(0, this.#atOnce);
    await this.#commit(batch);
    this.#running = false;
    if (this.#waiting.length) setImmediate(() => void this.#pump());
    else for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Commits a batch. If that fails, it commits each half, so that one bad row fails alone. */
  async #commit(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#database.cast(batch.map(({ vote }) => vote));
      this.#committed(new Set(batch.map(({ vote }) => vote.item.id)));
      for (const { vote, resolve, reject } of batch) {
        const outcome = outcomes.get(vote);
        if (outcome) resolve(outcome);
        else reject(new Error('The database gave no answer for a vote.'));
      }
    } catch (error) {
      if (batch.length === 1 || error instanceof DatabaseUnavailable) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const half = batch.length >> 1;
      await this.#commit(batch.slice(0, half));
      await this.#commit(batch.slice(half));
    }
  }
}
