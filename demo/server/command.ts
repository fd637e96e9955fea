import { resolve } from 'node:path';
import type { Progress } from './backup/format.js';

const usualPause = 1000;

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
    // npm runs its scripts in the folder of the package, wherever it was called.
    process.exitCode = await work(resolve(process.env['INIT_CWD'] ?? '.', path));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
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
