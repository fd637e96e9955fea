import { resolve, sep } from 'node:path';
import type { Progress } from './backup/format.js';

/** Milliseconds between two messages on progress. */
const usualPause = 1000;

/** The fault of a path by system error code: see https://nodejs.org/api/errors.html. */
const pathFaults: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user (EACCES)',
  EPERM: 'may not be used by this user (EPERM)',
  EISDIR: 'is a folder, and not a file',
  ENOENT: 'is not there',
  ENOSPC: 'cannot be written: the disk is full',
  ENOTDIR: 'is not there: a part of the path is a file, and not a folder',
  EROFS: 'cannot be written: its disk is read-only',
};

/** Turns an error into one line. */
function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const why = pathFaults[code];
  return why && path ? `${path} ${why}.` : message;
}

/** Returns the absolute path. A separator at its end stays, since it marks the path as a folder. */
function wholePath(path: string): string {
  // npm runs scripts in the package's folder. INIT_CWD is the folder where the user has called npm.
  const whole = resolve(process.env['INIT_CWD'] ?? '.', path);
  const isFolder = path.endsWith('/') || path.endsWith(sep);
  return isFolder && !whole.endsWith(sep) ? `${whole}${sep}` : whole;
}

/**
 * Runs a command that takes one path. It prints its usage for `--help`, and for anything but one path.
 * An error from `work` becomes one line on stderr. Sets the exit code and does not call `process.exit`.
 * @param work - Gets the absolute path and returns the exit code. The code is 2 after an error.
 */
export async function runCommand(
  usage: string,
  work: (path: string) => Promise<number>,
): Promise<void> {
  const [path, ...more] = process.argv.slice(2);
  const isHelp = path === '--help' || path === '-h';
  if (isHelp || path === undefined || path.startsWith('-') || more.length) {
    (isHelp ? console.info : console.error)(usage);
    process.exitCode = isHelp ? 0 : 2;
    return;
  }
  try {
    process.exitCode = await work(wholePath(path));
  } catch (error) {
    console.error(faultLine(error));
    process.exitCode = 2;
  }
}

/**
 * Returns a callback that prints the progress, at most once a second.
 * @param done - A participle for the message, such as `written`.
 */
export function printProgress(done: string): Progress {
  let next = performance.now() + usualPause;
  return (table, rows) => {
    if (performance.now() < next) return;
    next = performance.now() + usualPause;
    console.info(`${table} rows ${done} so far: ${rows}`);
  };
}
