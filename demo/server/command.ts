import { resolve, sep } from 'node:path';
import type { Progress } from './backup/format.js';

const usualPause = 1000;

/** What is wrong with a path, by the code of the system: see https://nodejs.org/api/errors.html. */
const pathFaults: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user (EACCES)',
  EPERM: 'may not be used by this user (EPERM)',
  EISDIR: 'is a folder, and not a file',
  ENOENT: 'is not there',
  ENOSPC: 'cannot be written: the disk is full',
  ENOTDIR: 'is not there: a part of the path is a file, and not a folder',
  EROFS: 'cannot be written: its disk is read-only',
};

/** A fault as one line. */
function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const why = pathFaults[code];
  return why && path ? `${path} ${why}.` : message;
}

/** The whole path; a separator at its end says that a folder is meant, and stays. */
function wholePath(path: string): string {
  // npm runs its scripts in the folder of the package, wherever it was called.
  const whole = resolve(process.env['INIT_CWD'] ?? '.', path);
  const isFolder = path.endsWith('/') || path.endsWith(sep);
  return isFolder && !whole.endsWith(sep) ? `${whole}${sep}` : whole;
}

/**
 * Runs a command that takes one path. With `--help`, or anything but one path, it prints its usage; a
 * fault is one line. The process ends by itself: with what `work` answers, or with 2.
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

/** Prints how far a long work is, once a second at most. */
export function printProgress(done: string): Progress {
  let next = performance.now() + usualPause;
  return (table, rows) => {
    if (performance.now() < next) return;
    next = performance.now() + usualPause;
    console.info(`${table} rows ${done} so far: ${rows}`);
  };
}
