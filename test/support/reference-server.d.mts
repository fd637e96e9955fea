export interface ReferenceServer {
  readonly origin: string;
  readonly folder: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Removes the data of a server that has stopped. */
  forget(): void;
}

export function startReferenceServer(options?: {
  folder?: string;
  env?: Readonly<Record<string, string>>;
}): Promise<ReferenceServer>;
