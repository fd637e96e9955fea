import { join } from 'node:path';
import { readStorage, SettingError, type Environment, type Storage } from './host/environment.js';
import type { RateLimit } from './http/rate-limits.js';
import type { AllowedOrigins } from './http/security.js';
import { isToken } from './http/voter.js';
import { projectFolder } from './host/project-folder.js';
import { editorTokenFile, keptSecret, presentSecret, secretFile } from './host/secrets.js';

/** The configuration of a server, read once from the environment. */
export interface Settings extends Storage {
  readonly port: number;
  readonly host: string;
  readonly allowedOrigins: AllowedOrigins;
  readonly secret: string;
  readonly editorToken: string;
  readonly pollsFolder: string;
  /** Comma-separated addresses of trusted proxies. With `false` the server ignores forwarded headers. */
  readonly trustProxy: string | false;
  readonly rateLimit: RateLimit;
}

// The functions below parse one variable each and throw `SettingError` for a value that is not allowed.

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
  // With a number or `true`, a client that bypasses the proxy could choose its own address.
  if (!/^(true|\d+)$/.test(text)) return text;
  throw new SettingError('TRUST_PROXY must be addresses: "127.0.0.1", "10.0.0.0/8" or "loopback".');
}

/** Reads the settings. Throws a `SettingError` that names the variable. */
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
