/** Why a request brought nothing that can be used. */
export type RequestFailure = 'offline' | 'timeout' | 'refused' | 'malformed';

/**
 * The one error type of the library. `failure` tells the kind: `offline` (no answer at all),
 * `timeout`, `refused` (an HTTP status that is not a success) or `malformed` (an answer that is not
 * what the contract says; `message` then names the field).
 */
export class RequestError extends Error {
  constructor(
    readonly failure: RequestFailure,
    message: string,
    /** HTTP status; 0 without an answer. */
    readonly status = 0,
    /** Stable `code` of the problem body (RFC 9457 with the codes of the contract), else `''`. */
    readonly code = '',
    /** Seconds to wait, from the body or the `Retry-After` header. */
    readonly retryAfter = 0,
    /** The parsed problem body; still unchecked. */
    readonly body?: unknown,
  ) {
    super(message);
  }

  /** The reader's vote that stands, as the refusal tells it; unchecked. */
  get standing(): unknown {
    return (Object(this.body) as { vote?: unknown }).vote;
  }

  /** True when the same request may well succeed later, so that a vote is kept instead of dropped. */
  get transient(): boolean {
    return this.failure !== 'refused' || this.status === 429 || this.status > 499;
  }
}

/**
 * Any thrown value as a RequestError. What has a `status` or a `code`, as adapters throw it, is a
 * refusal; what a parser throws means a malformed answer.
 */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  const { message = '', status, retryAfter, body } = Object(error) as Partial<RequestError>;
  const code = codeOf(error);
  const failure = status || code ? 'refused' : 'malformed';
  return new RequestError(failure, message, status, code, retryAfter, body);
}

/** The stable `code` of a problem body; `''` for anything else. */
export function codeOf(body: unknown): string {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
