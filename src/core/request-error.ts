/** Why a request brought nothing that can be used. */
export type RequestFailure = 'offline' | 'timeout' | 'refused' | 'malformed';

/** What a back end says about a refusal, as far as it could be read. */
export interface Refusal {
  /** HTTP status. */
  readonly status?: number;
  /** Stable `code` of the problem body (RFC 9457 with the codes of the contract), else `''`. */
  readonly code?: string;
  /** Seconds to wait, from the body or the `Retry-After` header. */
  readonly retryAfter?: number;
  /** The parsed problem body; still unchecked. */
  readonly body?: unknown;
}

/**
 * The one error type of the library. `failure` tells the kind: `offline` (no answer at all),
 * `timeout`, `refused` (an HTTP status that is not a success) or `malformed` (an answer that is not
 * what the contract says; `message` then names the field).
 */
export class RequestError extends Error implements Refusal {
  readonly failure: RequestFailure;
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number;
  readonly body: unknown;

  constructor(failure: RequestFailure, message: string, refusal: Refusal = {}) {
    super(message);
    this.name = 'RequestError';
    this.failure = failure;
    this.status = refusal.status ?? 0;
    this.code = refusal.code ?? '';
    this.retryAfter = refusal.retryAfter ?? 0;
    this.body = refusal.body;
  }

  /** True when the same request may well succeed later, so that a vote is kept instead of dropped. */
  get transient(): boolean {
    return this.failure !== 'refused' || this.status === 429 || this.status >= 500;
  }
}

/** Any thrown value as a RequestError: what a parser throws means a malformed answer. */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  return new RequestError('malformed', error instanceof Error ? error.message : String(error));
}
