import { learnServerTime } from './clock.js';
import { type Refusal, RequestError } from './request-error.js';

/** Milliseconds that one attempt may take, body included. */
const attemptLimit = 8000;

export interface RequestOptions {
  readonly method?: string;
  /** Sent as JSON when given. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
  readonly cache?: RequestCache;
  readonly credentials?: RequestCredentials;
}

/** Seconds of a `Retry-After` value: a number, or an HTTP date (RFC 9110 §10.2.3); 0 for anything else. */
export function parseRetryAfter(value: unknown, now = Date.now()): number {
  const seconds = Number(value ?? NaN);
  const wait = Number.isNaN(seconds) ? (Date.parse(String(value)) - now) / 1000 : seconds;
  return wait > 0 ? Math.min(wait, 3600) : 0;
}

function refusalOf(response: Response, body: unknown): Refusal {
  const problem = (body ?? {}) as Record<string, unknown>;
  const { status, headers } = response;
  const sentAt = Date.parse(headers.get('date') ?? '') || Date.now();
  const retryAfter =
    parseRetryAfter(problem['retry_after']) || parseRetryAfter(headers.get('retry-after'), sentAt);
  return { status, code: String(problem['code'] ?? ''), retryAfter, body };
}

async function readJson(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (!response.ok) return undefined;
    const type = response.headers.get('content-type') ?? 'no content type';
    throw new RequestError('malformed', `not JSON but ${type}`);
  }
}

async function attempt(url: string, options: RequestOptions, signal: AbortSignal) {
  const { method = 'GET', body, headers, cache = 'default', credentials = 'omit' } = options;
  const response = await fetch(url, {
    method,
    signal,
    cache,
    credentials,
    // A write outlives the page that made it.
    keepalive: method !== 'GET',
    headers:
      body === undefined ? { ...headers } : { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await readJson(response);
  if (!response.ok) {
    throw new RequestError('refused', `HTTP ${response.status}`, refusalOf(response, answer));
  }
  learnServerTime(response.headers, answer);
  return answer;
}

/**
 * The only place of the library that calls `fetch`. Resolves to the parsed but unchecked JSON body,
 * `undefined` for 204. Throws a RequestError.
 */
export async function requestJson(url: string, options: RequestOptions = {}): Promise<unknown> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    abort();
  }, attemptLimit);
  options.signal?.addEventListener('abort', abort);
  try {
    return await attempt(url, options, controller.signal);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(late ? 'timeout' : 'offline', `${url}: ${String(error)}`);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', abort);
  }
}
