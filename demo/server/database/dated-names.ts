import { join } from 'node:path';

/**
 * Formats a time (UTC) with digits and underscores only, as every file system and database accepts them:
 * `20261130_215219_042`.
 */
export const dated = (at: Date): string =>
  at.toISOString().slice(0, -1).replaceAll(/[-:]/g, '').replaceAll(/[T.]/g, '_');

/** Path of the subfolder for files that a restore, or a start, replaces at this time. */
export const replacedFolder = (folder: string, at = new Date()): string =>
  join(folder, `replaced_${dated(at)}`);
