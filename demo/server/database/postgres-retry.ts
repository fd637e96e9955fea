import { DatabaseUnavailable } from '../items/database.js';
import { retry } from './retry.js';

/**
 * SQLSTATEs of a conflict between transactions, after which a retry succeeds: class 40, and a unique
 * key that another transaction inserted meanwhile.
 */
const clashes = new Set(['40001', '40P01', '23505']);

/**
 * Codes of a database that is absent for a while: it stopped, starts, lacks connections, space or
 * memory, timed out, or is a standby without writes.
 */
const absences = new Set([
  ...['57P01', '57P02', '57P03', '57014', '53100', '53200', '53300', '58030', '25006'],
  ...['08000', '08001', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** Messages of the driver for errors without a code. */
const absentWords =
  /connection (?:terminated|error|timeout)|timeout exceeded when trying|query read timeout/i;

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');

export function isAbsence(error: unknown): boolean {
  if (absences.has(codeOf(error))) return true;
  if (error instanceof AggregateError) return error.errors.some(isAbsence);
  return error instanceof Error && !codeOf(error) && absentWords.test(error.message);
}

const isClash = (error: unknown) => clashes.has(codeOf(error));
const isPassing = (error: unknown) => isClash(error) || isAbsence(error);

/** Milliseconds before a retry: few after a conflict, growing while the database is absent. */
function pauseAfter(error: unknown, attempt: number): number | undefined {
  if (!isPassing(error)) return undefined;
  const most = isClash(error) ? 5 * Math.min(attempt, 10) : Math.min(1000, 25 * 2 ** attempt);
  // Random, so that the same two transactions do not meet again.
  return most * (0.5 + Math.random() / 2);
}

/** Retries `work`, which must be safe to repeat. Throws `DatabaseUnavailable` if the failure lasts. */
export const withRetries = <Result>(work: () => Promise<Result>): Promise<Result> =>
  retry(work, pauseAfter).catch((error: unknown) => {
    if (!isPassing(error)) throw error;
    throw new DatabaseUnavailable('The database does not answer.', { cause: error });
  });
