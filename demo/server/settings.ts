import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publish } from './data-files.js';
import type { RateLimit } from './http/rate-limits.js';
import type { AllowedOrigins } from './http/security.js';
import { isToken } from './http/voter.js';
import { projectFolder } from './project-folder.js';

/** Everything that can be configured, read from the environment once. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** PostgreSQL; the embedded database without it. */
  readonly databaseUrl: string | undefined;
  readonly allowedOrigins: AllowedOrigins;
  readonly secret: string;
  readonly editorToken: string;
  readonly pollsFolder: string;
  /** Addresses of the proxies in front, comma-separated; `false` believes no forwarded header. */
  readonly trustProxy: string | false;
  readonly rateLimit: RateLimit;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable holds what cannot be understood; the message says which and why. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

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

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new SettingError(`${name} must be a whole number up to ${most}, not "${text}".`);
}

function originsOf(text: string): AllowedOrigins {
  if (text.trim() === '*') return '*';
  const origins = text.split(',').map((origin) => origin.trim());
  return origins.filter(Boolean).map((origin) => {
    if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
    throw new SettingError(
      `ALLOWED_ORIGINS: "${origin}" is not an origin like https://news.example`,
    );
  });
}

function rateLimitOf(text: string): RateLimit {
  if (text === 'off') return 'off';
  const factor = Number(text);
  if (factor > 0 && Number.isFinite(factor)) return factor;
  throw new SettingError(`RATE_LIMIT must be "off" or a factor above 0, not "${text}".`);
}

function tokenOf(text: string): string {
  if (isToken(text)) return text;
  throw new SettingError('EDITOR_TOKEN must be 16 to 256 letters, digits or any of ._~+/-.');
}

function proxyOf(text: string): string | false {
  if (text === '' || text === 'off' || text === 'false') return false;
  // A count, or "any", would let a client that comes past the proxy choose its own address.
  if (!/^(true|\d+)$/.test(text)) return text;
  throw new SettingError('TRUST_PROXY must be addresses: "127.0.0.1", "10.0.0.0/8" or "loopback".');
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address may hold a password, so that it is not shown.
  if (/^(postgres|postgresql|socket):|^\//.test(text)) return text;
  throw new SettingError('DATABASE_URL must begin with postgresql:// - it is for PostgreSQL.');
}

/** Where the votes are. */
export const readStorage = (
  environment: Environment,
): Pick<Settings, 'dataFolder' | 'databaseUrl'> => ({
  dataFolder: environment['DATA_DIR'] || join(projectFolder(), '.data'),
  databaseUrl: databaseUrlOf(environment['DATABASE_URL']),
});

/** Reads the settings; throws a SettingError that names the variable. */
export function readSettings(environment: Environment): Settings {
  const given = (name: string, otherwise: string) => environment[name] || otherwise;
  const storage = readStorage(environment);
  const { dataFolder } = storage;
  return {
    ...storage,
    port: wholeNumber('PORT', given('PORT', '8080'), 65_535),
    host: given('HOST', '127.0.0.1'),
    allowedOrigins: originsOf(given('ALLOWED_ORIGINS', '')),
    secret: presentSecret(environment, dataFolder)?.secret ?? keptSecret(dataFolder, secretFile),
    editorToken: tokenOf(environment['EDITOR_TOKEN'] || keptSecret(dataFolder, editorTokenFile)),
    pollsFolder: given('POLLS_DIR', join(projectFolder(), 'demo', 'polls')),
    trustProxy: proxyOf(given('TRUST_PROXY', '')),
    rateLimit: rateLimitOf(given('RATE_LIMIT', '1')),
  };
}
