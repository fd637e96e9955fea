/** A real PostgreSQL server that belongs to a test. */
export interface TestPostgres {
  readonly url: string;
  /** Starts it again after a crash. */
  start(): Promise<void>;
  /** Stops it at once, without a checkpoint. */
  crash(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

export function startPostgres(options?: { durable?: boolean }): Promise<TestPostgres>;
