/** Every refusal has one of these codes; clients word their messages by it. */
export const problemStatus = {
  malformed: 400,
  login_required: 401,
  not_eligible: 403,
  challenge_required: 403,
  not_found: 404,
  removed: 410,
  closed: 409,
  not_open: 409,
  already_voted: 409,
  revision_changed: 409,
  invalid_selection: 422,
  key_reused: 422,
  rate_limited: 429,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;

/** What is wrong with one question of a ballot. */
export interface SelectionError {
  readonly question: string;
  readonly rule: string;
  /** The option that breaks the rule, where it is one. */
  readonly option?: string;
}

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

/** The RFC 9457 body of a problem. */
export function problemBody({ code, status, details }: Problem, now: number): string {
  const head = JSON.stringify({
    type: 'about:blank',
    title: code.replaceAll('_', ' '),
    status,
    code,
    detail: details.detail,
    errors: details.errors,
    retry_after: details.retryAfter,
    server_time: new Date(now).toISOString(),
  });
  const snapshot = details.snapshot ? `,"snapshot":${details.snapshot}` : '';
  const vote = details.vote ? `,"vote":${details.vote}` : '';
  return `${head.slice(0, -1)}${snapshot}${vote}}`;
}
