import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from './data-files.js';
import { SettingError, type Environment } from './environment.js';

/** Names of what is kept in the data folder. */
export const secretFile = 'secret';
export const editorTokenFile = 'editor-token';

const shortestSecret = 16;

function secretOf(text: string, name: string): string {
  if (text.length >= shortestSecret) return text;
  throw new SettingError(`${name} must have at least ${shortestSecret} characters.`);
}

/** What is kept under a name in a folder; `undefined` when nothing is, or an empty file. */
export function readKept(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return (existsSync(file) && readFileSync(file, 'utf8').trim()) || undefined;
}

/** The secret as the server would find it, and where; none is made. */
export function presentSecret(
  environment: Environment,
  folder: string,
): { readonly secret: string; readonly isKept: boolean } | undefined {
  const given = environment['SECRET'];
  if (given) return { secret: secretOf(given, 'SECRET'), isKept: false };
  const kept = readKept(folder, secretFile);
  if (kept === undefined) return;
  return { secret: secretOf(kept, `The file ${join(folder, secretFile)}`), isKept: true };
}

/** Where there are no links the file of another process is empty for a moment: see `publish`. */
function publishedSecret(folder: string, name: string): string {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let wait = 1; wait < 1000; wait *= 2) {
    const text = readKept(folder, name);
    if (text !== undefined) return text;
    Atomics.wait(clock, 0, 0, wait);
  }
  return secretOf('', `The file ${join(folder, name)}`);
}

/** A secret kept beside the data; processes that start at once agree on the first one written. */
export function keptSecret(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const present = readKept(folder, name);
  if (present !== undefined) return present;
  const file = join(folder, name);
  const draft = join(folder, `.${name}-${process.pid}`);
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true });
  try {
    publish(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return publishedSecret(folder, name);
}
