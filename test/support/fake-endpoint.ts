import { waitUntil } from '@open-wc/testing';

/** A request as the fake endpoint saw it. */
export interface LoggedRequest {
  method: string;
  /** Path under the endpoint, such as `/ratings/a/vote`. */
  path: string;
  query: string;
  headers: Record<string, string>;
  body: unknown;
}

/** What shall happen to the next matching request(s) instead of the normal answer. */
export interface Plan {
  method?: string;
  /** Part of the path. */
  path?: string;
  /** How many requests it applies to; 1 unless told. */
  times?: number;
  /** Answer with this status as a problem with this code … */
  status?: number;
  code?: string;
  /** … and these further fields. */
  body?: Record<string, unknown>;
  /** Answer with this text instead, of this content type (JSON unless told). */
  text?: string;
  type?: string;
  headers?: Record<string, string>;
  /** Carry the request out, then cut the connection. */
  drop?: boolean;
  /** Carry the request out at once; its answer, planned or not, says what was so then. */
  late?: boolean;
  /** Keep the request waiting until `release()`. */
  hold?: boolean;
  /** Send half of the answer and no more. */
  stall?: boolean;
}

export interface FakeItems {
  ratings?: Record<string, object>;
  polls?: Record<string, object>;
  shares?: Record<string, object>;
}

export interface FakeEndpoint {
  /** Base URL for the `endpoint` attribute. */
  url: string;
  /** The same back end under another name: to the page it is another site. */
  foreignUrl: string;
  /** All requests so far; with a method, those of that method. */
  requests(method?: string): Promise<LoggedRequest[]>;
  /** Waits until so many requests of a method came in. */
  received(method: string, count?: number): Promise<LoggedRequest[]>;
  plan(plan: Plan): Promise<void>;
  /** Forgets all planned faults, and lets held requests go on. */
  heal(): Promise<void>;
  /** Paths that a browser asked about before it dared to send a request from another site. */
  preflights(): Promise<string[]>;
  /** From now on allows pages of other sites no more than plain reads. */
  refusePreflights(): Promise<void>;
  /** Lets all held requests go on. */
  release(): Promise<void>;
  /** Adds or replaces items. */
  setup(items: FakeItems): Promise<void>;
}

/** An own, empty back end with the given items; see fake-endpoint-middleware.mjs. */
export async function fakeEndpoint(items: FakeItems = {}): Promise<FakeEndpoint> {
  const url = `${location.origin}/fake/${crypto.randomUUID()}`;
  const control = async (name: string, body: object = {}) => {
    const response = await fetch(`${url}/__${name}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return (await response.json()) as { log: LoggedRequest[]; held: number; preflights: string[] };
  };
  const requests = async (method?: string) => {
    const { log } = await control('log');
    return method ? log.filter((request) => request.method === method) : log;
  };
  const setup = async (added: FakeItems) => void (await control('setup', added));
  await setup(items);
  return {
    url,
    foreignUrl: url.replace('//localhost', '//127.0.0.1'),
    setup,
    requests,
    async received(method, count = 1) {
      await waitUntil(
        async () => (await requests(method)).length >= count,
        `${count} ${method} requests`,
        { timeout: 15_000 },
      );
      return requests(method);
    },
    plan: async (plan) => void (await control('plan', plan)),
    heal: async () => void (await control('heal')),
    preflights: async () => (await control('log')).preflights,
    refusePreflights: async () => void (await control('preflights', { refused: true })),
    async release() {
      await waitUntil(async () => (await control('log')).held > 0, 'a held request', {
        timeout: 15_000,
      });
      await control('release');
    },
  };
}
