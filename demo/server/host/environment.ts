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

export const readStorage = (environment: Environment): Storage => ({
  dataFolder: environment['DATA_DIR'] || join(projectFolder(), '.data'),
  databaseUrl: environment['DATABASE_URL'] || undefined,
});
