import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Outcome, CheckedVote } from '../items/vote.js';
import { DatabaseUnavailable } from '../items/database.js';

/** What the thread answers to a batch: outcomes in the order of its votes, or why there are none. */
export type Written =
  | { readonly outcomes: readonly (Outcome | undefined)[] }
  | { readonly fault: string; readonly isOutage: boolean };

/** A running thread and the batches that it has not answered yet, in order. */
interface Thread {
  readonly worker: Worker;
  readonly waiting: {
    readonly resolve: (written: Written) => void;
    readonly reject: (error: unknown) => void;
  }[];
}

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
 * Commits to the embedded database in a thread of its own: a commit waits for the disk, and
 * meanwhile the main thread reads requests and answers others. The thread starts with the first
 * batch, and anew after it has died.
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

  /** Closes the file once all batches are written. */
  async close(): Promise<void> {
    if (!this.#thread) return;
    const { worker } = this.#thread;
    const ended = once(worker, 'exit');
    worker.postMessage(null);
    await ended;
  }
}
