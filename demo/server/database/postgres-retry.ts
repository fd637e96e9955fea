import { DatabaseUnavailable } from '../items/database.js';
import { retry } from './retry.js';

/**
 * Two transactions got in each other's way: the loser tries again. Class 40 of the SQLSTATEs, and a
 * key that the other one has taken since the statements looked for its holder.
 */
const clashes = new Set(['40001', '40P01', '23505']);

/**
 * The server went away, is starting, has no connection, space or memory left, gives up waiting, or
 * is a standby that takes no writes.
 */
const absences = new Set([
  ...['57P01', '57P02', '57P03', '57014', '53100', '53200', '53300', '58030', '25006'],
  ...['08000', '08001', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['ENOENT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
]);

/** The driver's own words where it gives no code. */
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

/** At once after a clash, with growing pauses while the server is away. */
function pauseAfter(error: unknown, attempt: number): number | undefined {
  if (!isPassing(error)) return undefined;
  const most = isClash(error) ? 5 * Math.min(attempt, 10) : Math.min(1000, 25 * 2 ** attempt);
  // Uneven pauses, or the same two would meet again.
  return most * (0.5 + Math.random() / 2);
}

/** Runs what may be run twice, as `retry` does; a failure that has not passed is `DatabaseUnavailable`. */
export const withRetries = <Result>(work: () => Promise<Result>): Promise<Result> =>
  retry(work, pauseAfter).catch((error: unknown) => {
    if (!isPassing(error)) throw error;
    throw new DatabaseUnavailable('The database does not answer.', { cause: error });
  });
