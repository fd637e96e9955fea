import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from './data-files.js';
import { SettingError, type Environment } from './environment.js';

/** Names of files in the data folder. */
export const secretFile = 'secret';
export const editorTokenFile = 'editor-token';

const shortestSecret = 16;

/** Returns the text. Throws `SettingError` when it has fewer than 16 characters. */
function secretOf(text: string, name: string): string {
  if (text.length >= shortestSecret) return text;
  throw new SettingError(`${name} must have at least ${shortestSecret} characters.`);
}

/** Returns the trimmed text of a file, or `undefined` when it is missing or empty. */
export function readKept(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return (existsSync(file) && readFileSync(file, 'utf8').trim()) || undefined;
}

/**
 * Returns the secret from `SECRET` or else from the data folder, where `isKept` is true; `undefined` when
 * there is none. Throws `SettingError` for a secret that is too short.
 */
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

/**
 * Waits up to one second for the text of a published file. Without hard links the file is empty for a
 * moment: see `publish`. Throws `SettingError` when it stays empty.
 */
function publishedSecret(folder: string, name: string): string {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let wait = 1; wait < 1000; wait *= 2) {
    const text = readKept(folder, name);
    if (text !== undefined) return text;
    Atomics.wait(clock, 0, 0, wait);
  }
  return secretOf('', `The file ${join(folder, name)}`);
}

/**
 * Reads a secret from the data folder, or creates a random one. If several processes start at once, all
 * use the secret of the first.
 */
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
