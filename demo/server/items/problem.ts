import {
  problemStatus,
  type ProblemCode,
  type ProblemJson,
  type SelectionError,
} from '../../../src/contract/problem.js';

interface Details {
  /** For logs and developers; a widget never shows it. */
  readonly detail?: string;
  /** Replaces the usual status of the code where another one is more exact, such as 413 or 405. */
  readonly status?: number;
  /** Seconds to wait before the next attempt. */
  readonly retryAfter?: number;
  readonly errors?: readonly SelectionError[];
  /** The item and the reader's vote as they are now, as JSON texts; a client then needs no second request. */
  readonly snapshot?: string;
  readonly vote?: string;
}

/** A refusal of the contract. Any code below a route may throw it; the route answers it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(details.detail ?? code);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return this.details.status ?? problemStatus[this.code];
  }

  /** A copy of this problem with further details. */
  with(details: Details): Problem {
    return new Problem(this.code, { ...this.details, ...details });
  }
}

/** The members that are not JSON text yet. `JSON.stringify` leaves out those that are `undefined`. */
type ProblemHead = {
  readonly [Name in keyof Omit<ProblemJson, 'snapshot' | 'vote'>]: ProblemJson[Name] | undefined;
};

/** The body of a problem as JSON text (RFC 9457). `now` is in milliseconds since 1970. */
export function problemBody({ code, status, details }: Problem, now: number): string {
  const head = {
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status,
    code,
    detail: details.detail,
    errors: details.errors,
    retry_after: details.retryAfter,
    server_time: new Date(now).toISOString(),
  } satisfies ProblemHead;
  const text = JSON.stringify(head);
  const snapshot = details.snapshot ? `,"snapshot":${details.snapshot}` : '';
  const vote = details.vote ? `,"vote":${details.vote}` : '';
  return `${text.slice(0, -1)}${snapshot}${vote}}`;
}
