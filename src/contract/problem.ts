import type { PollJson, RatingJson } from './json.js';

/**
 * The problem codes of contract v1, each with its usual HTTP status. Clients choose their message
 * by the code.
 */
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

/** What is wrong with the answer to one question of a poll. */
export interface SelectionError {
  readonly question: string;
  readonly rule: SelectionRule;
  /** Id of the option that breaks the rule, if a single option does. */
  readonly option?: string;
}

/** The rule that an answer breaks. */
export type SelectionRule =
  | 'required'
  | 'nothing_chosen'
  | 'too_few'
  | 'too_many'
  | 'unknown_question'
  | 'duplicate_question'
  | 'unknown_option'
  | 'duplicate_option'
  | 'other_not_offered'
  /** Occurs only when a server refuses a definition, because the id had another meaning before. */
  | 'retired_id';

/**
 * The body of a refusal: the problem details of RFC 9457, section 3.1, with extension members of
 * this contract.
 */
export interface ProblemJson {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  /** For logs and developers; a widget never shows it. */
  readonly detail?: string;
  readonly errors?: readonly SelectionError[];
  /** Seconds to wait before the next attempt. */
  readonly retry_after?: number;
  /** RFC 3339. */
  readonly server_time?: string;
  /** The current snapshot of the item. */
  readonly snapshot?: RatingJson | PollJson;
  /** The reader's current vote; `null` if the reader has none. */
  readonly vote?: unknown;
}
