import { learnServerTime, serverNow } from './clock.js';
import { jsonOf } from './json.js';
import { RequestError, codeOf } from './request-error.js';

/** Milliseconds that one attempt may take, body included. */
const attemptLimit = 8000;

/**
 * Writes of a page that may outlive it. A browser has six connections for a host over HTTP/1.1, and
 * what hangs in one outlives the page without an end: the next page needs some for itself.
 */
const mostOutliving = 2;
let outliving = 0;

/** Seconds of a `Retry-After` value: a number, or an HTTP date (RFC 9110 §10.2.3); 0 for anything else. */
export function parseRetryAfter(value: unknown, now = serverNow()): number {
  const seconds = Number(value ?? NaN);
  const wait = Number.isNaN(seconds) ? (Date.parse(String(value)) - now) / 1000 : seconds;
  return wait > 0 ? Math.min(wait, 3600) : 0;
}

function refusal({ status, headers }: Response, body: unknown): RequestError {
  const wait = (body as { retry_after?: unknown } | undefined)?.retry_after;
  const retryAfter = parseRetryAfter(wait) || parseRetryAfter(headers.get('retry-after'));
  return new RequestError('refused', `HTTP ${status}`, status, codeOf(body), retryAfter, body);
}

async function readJson(response: Response): Promise<unknown> {
  const body = await response.text();
  try {
    return body ? (JSON.parse(body) as unknown) : undefined;
  } catch {
    const type = response.headers.get('content-type');
    if (response.ok) throw new RequestError('malformed', `not JSON but ${type}`);
    return undefined;
  }
}

/** What a request may be told beside its address. */
export interface RequestOptions extends Omit<RequestInit, 'body' | 'headers'> {
  /** Sent as JSON, or as a form if it is one. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/**
 * The only place of the library that calls `fetch`. Resolves to the parsed but unchecked JSON answer,
 * `undefined` for an empty one. Throws a RequestError.
 */
export async function requestJson(
  url: string,
  { body, headers, ...options }: RequestOptions = {},
): Promise<unknown> {
  const json = body !== undefined && !(body instanceof URLSearchParams);
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, attemptLimit);
  const keepalive = Boolean(options.method) && outliving < mostOutliving;
  outliving += Number(keepalive);
  // Firefox would leave it in its connection.
  if (!keepalive) addEventListener('pagehide', abort);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      keepalive,
      signal: controller.signal,
      ...options,
      headers: { ...headers, ...(json && { 'content-type': 'application/json' }) },
      body: json ? jsonOf(body) : ((body as URLSearchParams | undefined) ?? null),
    });
    const answer = await readJson(response);
    if (answer) learnServerTime(response.headers, answer);
    if (!response.ok) throw refusal(response, answer);
    return answer;
  } catch (error) {
    if (error instanceof RequestError) throw error;
    const failure = controller.signal.aborted ? 'timeout' : 'offline';
    throw new RequestError(failure, `${url}: ${String(error)}`);
  } finally {
    clearTimeout(timer);
    outliving -= Number(keepalive);
    removeEventListener('pagehide', abort);
  }
}
