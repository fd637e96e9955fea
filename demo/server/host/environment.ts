import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

/** Environment variables, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An environment variable or a secret file has an unusable value. The message names it and the reason. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Where the votes are. */
export interface Storage {
  readonly dataFolder: string;
  /** Address of a PostgreSQL database; `undefined` for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address may hold a password, so the message leaves it out.
  if (/^(postgres|postgresql|socket):|^\//.test(text)) return text;
  throw new SettingError('DATABASE_URL must begin with postgresql:// - it is for PostgreSQL.');
}

/**
 * Reads `DATA_DIR` (default `.data` in the project folder) and `DATABASE_URL`. Throws `SettingError`
 * when `DATABASE_URL` is not an address of PostgreSQL.
 */
export const readStorage = (environment: Environment): Storage => ({
  dataFolder: environment['DATA_DIR'] || join(projectFolder(), '.data'),
  databaseUrl: databaseUrlOf(environment['DATABASE_URL']),
});
