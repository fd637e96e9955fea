import { join } from 'node:path';

/** A moment as part of a name that every file system and database takes: `20261130_215219_042`. */
export const dated = (at: Date): string =>
  at.toISOString().slice(0, -1).replaceAll(/[-:]/g, '').replaceAll(/[T.]/g, '_');

/** Where in a data folder what was replaced at this moment is kept. */
export const replacedFolder = (folder: string, at = new Date()): string =>
  join(folder, `replaced_${dated(at)}`);
