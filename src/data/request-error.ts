/** The kinds of failure of a request. RequestError describes them. */
export type RequestFailure = 'offline' | 'timeout' | 'refused' | 'malformed';

/**
 * The one error type of the library. `failure` is `offline` (no answer), `timeout`, `refused` (an
 * HTTP status that is not a success) or `malformed` (an answer that breaks the contract). For
 * `malformed`, `message` names the field.
 */
export class RequestError extends Error {
  constructor(
    readonly failure: RequestFailure,
    message: string,
    /** HTTP status; 0 if there was no answer. */
    readonly status = 0,
    /**
     * Stable `code` of the problem body (RFC 9457 with the codes of the contract); `''` if there is
     * none.
     */
    readonly code = '',
    /** Seconds to wait, from the body or the `Retry-After` header; 0 if there are none. */
    readonly retryAfter = 0,
    /** The parsed problem body. The library has not checked it. */
    readonly body?: unknown,
  ) {
    super(message);
  }

  /** The reader's vote on the server, if the refusal names it. The library has not checked it. */
  get standing(): unknown {
    return (Object(this.body) as { vote?: unknown }).vote;
  }

  /** True if the same request may succeed later, so that the outbox keeps the vote. */
  get transient(): boolean {
    return this.failure !== 'refused' || this.status === 429 || this.status > 499;
  }
}

/**
 * Turns any thrown value into a RequestError. An error with a `status` or a `code`, as adapters
 * throw it, becomes `refused`. Any other error, such as a parser's TypeError, becomes `malformed`.
 */
export function asRequestError(error: unknown): RequestError {
  if (error instanceof RequestError) return error;
  const { message = '', status, retryAfter, body } = Object(error) as Partial<RequestError>;
  const code = codeOf(error);
  const failure = status || code ? 'refused' : 'malformed';
  return new RequestError(failure, message, status, code, retryAfter, body);
}

/** Returns the `code` of a problem body; `''` for anything else. */
export function codeOf(body: unknown): string {
  const { code } = (body ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
