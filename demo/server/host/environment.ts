import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable has a wrong value. The message names it and says why. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** Where the votes are. */
export interface Storage {
  readonly dataFolder: string;
  /** PostgreSQL; the embedded database without it. */
  readonly databaseUrl: string | undefined;
}

function databaseUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  // The address may hold a password, so the message leaves it out.
  if (/^(postgres|postgresql|socket):|^\//.test(text)) return text;
  throw new SettingError('DATABASE_URL must begin with postgresql:// - it is for PostgreSQL.');
}

/** Throws a `SettingError` when `DATABASE_URL` is no address of PostgreSQL. */
export const readStorage = (environment: Environment): Storage => ({
  dataFolder: environment['DATA_DIR'] || join(projectFolder(), '.data'),
  databaseUrl: databaseUrlOf(environment['DATABASE_URL']),
});
