import { learnServerTime, serverNow } from './clock.js';
import { jsonOf } from './json.js';
import { RequestError, codeOf } from './request-error.js';

/** The time limit of one attempt in milliseconds, including the body. */
const attemptLimit = 8000;

/**
 * The number of writes that may outlive the page at the same time. Over HTTP/1.1 a browser opens
 * six connections to a host, and a request that hangs can keep its connection after the page has
 * gone. The next page needs free connections.
 */
const mostOutliving = 2;
let outliving = 0;

/**
 * Parses `Retry-After`, a number of seconds or an HTTP date (RFC 9110, section 10.2.3). Returns
 * seconds, at most 3600; 0 for an invalid value.
 */
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

/** The options of a request, as in `fetch`, apart from `body` and `headers`. */
export interface RequestOptions extends Omit<RequestInit, 'body' | 'headers'> {
  /** Sent as a form if it is `URLSearchParams`, else as JSON. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/**
 * Sends a request; the library calls `fetch` nowhere else. Resolves to the parsed JSON, which is
 * not checked yet, or to `undefined` for an empty body. Rejects with a RequestError.
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
  // Firefox would otherwise let the request keep its connection after the page has gone.
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
