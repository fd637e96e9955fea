import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from './data-files.js';
import { SettingError, type Environment } from './environment.js';

/** Names of files in the data folder. */
export const secretFile = 'secret';
export const editorTokenFile = 'editor-token';

const shortestSecret = 16;

function secretOf(text: string, name: string): string {
  if (text.length >= shortestSecret) return text;
  throw new SettingError(`${name} must have at least ${shortestSecret} characters.`);
}

/** The text of a file in a folder; `undefined` when it is missing or empty. */
export function readKept(folder: string, name: string): string | undefined {
  const file = join(folder, name);
  return (existsSync(file) && readFileSync(file, 'utf8').trim()) || undefined;
}

/** The secret that a server would use, and whether it is in the data folder. Makes none. */
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

/** Waits for the text of a published file, which is empty for a moment without hard links: see `publish`. */
function publishedSecret(folder: string, name: string): string {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let wait = 1; wait < 1000; wait *= 2) {
    const text = readKept(folder, name);
    if (text !== undefined) return text;
    Atomics.wait(clock, 0, 0, wait);
  }
  return secretOf('', `The file ${join(folder, name)}`);
}

/** Reads a secret from the data folder, or makes it. Processes that start together use the first one. */
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
