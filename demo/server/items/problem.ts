import {
  problemStatus,
  type ProblemCode,
  type ProblemJson,
  type SelectionError,
} from '../../../src/contract/problem.js';

interface Details {
  /** For logs and developers; a widget never shows it. */
  readonly detail?: string;
  /** Where the usual status of the code is not exact enough, such as 413 or 405. */
  readonly status?: number;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly errors?: readonly SelectionError[];
  /** JSON texts of what holds now, so that a client settles in one trip. */
  readonly snapshot?: string;
  readonly vote?: string;
}

/** A refusal in the words of the contract. Thrown anywhere below a route. */
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

  /** The same problem with more to say. */
  with(details: Details): Problem {
    return new Problem(this.code, { ...this.details, ...details });
  }
}

/** The members that are no JSON text yet; JSON leaves out those that are `undefined`. */
type ProblemHead = {
  readonly [Name in keyof Omit<ProblemJson, 'snapshot' | 'vote'>]: ProblemJson[Name] | undefined;
};

/** The RFC 9457 body of a problem. */
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
