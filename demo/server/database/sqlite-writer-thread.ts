import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome, CheckedVote } from '../items/vote.js';
import { DatabaseUnavailable } from '../items/database.js';

/**
 * The answer of the thread to a batch: outcomes in the order of its votes, or the message of an error.
 * `isOutage` is true when the error was a `DatabaseUnavailable`.
 */
export type Written =
  | { readonly outcomes: readonly (Outcome | undefined)[] }
  | { readonly fault: string; readonly isOutage: boolean };

/** A running thread, and the batches that wait for its answer, oldest first. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: {
    readonly resolve: (written: Written) => void;
    readonly reject: (error: unknown) => void;
  }[];
}

/** Starts a thread. If it ends, the waiting batches are rejected with `DatabaseUnavailable`. */
function start(file: string): Thread {
  const program = new URL('./sqlite-writer.js', import.meta.url);
  const worker = new Worker(program, { workerData: { file } });
  const waiting: Thread['waiting'] = [];
  worker.on('message', (written: Written) => waiting.shift()?.resolve(written));
  let cause: unknown;
  worker.on('error', (error) => (cause = error));
  worker.on('exit', () => {
    const outage = new DatabaseUnavailable('The writer of the database ended.', { cause });
    for (const { reject } of waiting.splice(0)) reject(outage);
  });
  return { worker, waiting };
}

/**
 * Commits batches of votes to SQLite in a second thread, so that the main thread can serve requests
 * while a commit waits for the disk. The thread starts with the first batch. If it dies, the next batch
 * starts a new one.
 */
export class SqliteWriterThread {
  readonly #file: string;
  #thread: Thread | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  #running(): Thread {
    if (this.#thread) return this.#thread;
    const thread = start(this.#file);
    thread.worker.once('exit', () => (this.#thread = undefined));
    this.#thread = thread;
    return thread;
  }

  /** Commits a batch. Throws `DatabaseUnavailable` when the file cannot be written. */
  async cast(votes: readonly CheckedVote[]): Promise<Map<CheckedVote, Outcome>> {
    const { worker, waiting } = this.#running();
    const written = await new Promise<Written>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(votes);
    });
    if ('fault' in written) {
      const { fault, isOutage } = written;
      throw isOutage ? new DatabaseUnavailable(fault) : new Error(fault);
    }
    const outcomes = new Map<CheckedVote, Outcome>();
    for (const [index, vote] of votes.entries()) {
      const outcome = written.outcomes[index];
      if (outcome) outcomes.set(vote, outcome);
    }
    return outcomes;
  }

  /** Waits until the thread has written all batches, closed the file and ended. */
  async close(): Promise<void> {
    if (!this.#thread) return;
    const { worker } = this.#thread;
    const ended = once(worker, 'exit');
    worker.postMessage(null);
    await ended;
  }
}
