import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

type Json = ReturnType<typeof JSON.parse>;

/** An answer of the endpoint; `body` is the parsed JSON, if it is any. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
}

export interface Call {
  readonly method?: string;
  /** Sent as JSON; a text as it is, and a Blob without any content type. */
  readonly body?: unknown;
  readonly token?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What every check works with. */
export interface Endpoint {
  readonly url: string;
  /** Rating and share item; a random one, so that nobody's counts are touched, unless given. */
  readonly item: string;
  /** An existing poll, if one was named. */
  readonly poll?: string | undefined;
  /** The origin of a site whose pages may use the endpoint, if one was named. */
  readonly origin?: string | undefined;
  /** The token that may define polls, if one was given. */
  readonly editor?: string | undefined;
  call(path: string, options?: Call): Promise<Answer>;
}

/** A check that does not hold says in its message what was expected and what came. */
export function expect(holds: unknown, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

let counter = 0;

/** A UUIDv7 that sorts after all former ones of this run. */
export function newKey(at = Date.now()): string {
  counter = (counter + 1) % 0x1000;
  const time = at.toString(16).padStart(12, '0');
  const random = randomBytes(8).toString('hex');
  const order = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${random.slice(0, 3)}-${random.slice(4)}`;
}

export const newToken = () => randomBytes(16).toString('hex');

export const randomItem = () => `conformance-${randomBytes(8).toString('hex')}`;

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

const bodyOf = (body: unknown) =>
  typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body);

/** Seconds; an endpoint that asks for more is not waited for. */
const longestWait = 60;

/** How long a request that came too soon is to wait, in seconds; `undefined` for any other answer. */
function waitOf({ status, headers }: Response): number | undefined {
  const wait = headers.get('retry-after');
  if (status !== 429 || wait === null) return undefined;
  const seconds = /^\d+$/.test(wait) ? Number(wait) : (Date.parse(wait) - Date.now()) / 1000;
  return seconds <= longestWait ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** Sends a request, and once again when the endpoint asks to wait. */
async function patiently(
  send: () => Promise<Response>,
  waiting: (seconds: number) => void,
): Promise<Response> {
  const response = await send();
  const wait = waitOf(response);
  if (wait === undefined) return response;
  waiting(wait);
  await response.body?.cancel();
  await pause(wait * 1000);
  return send();
}

/**
 * Talks to an endpoint with nothing but `fetch`, as any client would. `waiting` hears of each pause
 * that the endpoint asks for.
 */
export function connect(
  url: string,
  item: string,
  others: Pick<Endpoint, 'poll' | 'origin' | 'editor'> = {},
  waiting: (seconds: number) => void = () => undefined,
): Endpoint {
  const base = url.replace(/\/+$/, '');
  const call: Endpoint['call'] = async (path, options = {}) => {
    const { method = 'GET', body, token, key, headers } = options;
    const isTyped = body !== undefined && !(body instanceof Blob);
    const send = () =>
      fetch(base + path, {
        method,
        signal: AbortSignal.timeout(15_000),
        headers: {
          ...(isTyped && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
          ...(key && { 'idempotency-key': key }),
          ...headers,
        },
        ...(body !== undefined && { body: bodyOf(body) }),
      });
    const response = await patiently(send, waiting);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  };
  return { ...others, url: base, item, call };
}

/** Casts or replaces a vote, by a new voter and key unless others are given. */
export const cast = ({ call }: Endpoint, path: string, body: unknown, options: Call = {}) =>
  call(`${path}/vote`, { method: 'PUT', body, token: newToken(), key: newKey(), ...options });
