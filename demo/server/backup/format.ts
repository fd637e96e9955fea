/**
 * The first line of a backup. A backup is one gzip file with one JSON value per line. A `Start` comes
 * first. A `TableStart` and its `Row`s follow for each table. An `End` comes last, and a file without it
 * is incomplete. Both engines write the same format.
 */
export interface Start {
  readonly format: 'riac-backup';
  readonly version: 1;
  /** Time of the backup (RFC 3339, UTC). */
  readonly made: string;
  readonly engine: 'sqlite' | 'postgres';
  /** Number of schema migrations that the database had run: see `migrate`. */
  readonly step: number;
  /** Hash that identifies the secret without revealing it: see `fingerprintOf`. */
  readonly fingerprint: string;
  /** `null` if `SECRET` was set. The operator must then store the secret elsewhere. */
  readonly secret: string | null;
  /** `null` if `EDITOR_TOKEN` was set, or the data folder had no token. */
  readonly editorToken: string | null;
}

/** The line before the rows of a table. */
export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

export type Cell = string | number | null;
/** Values in the order of `TableStart.columns`. */
export type Row = readonly Cell[];

/** The last line. It proves that the file is complete. */
export interface End {
  readonly end: true;
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Hexadecimal SHA-256 of all lines before this one, line feeds included. */
  readonly sha256: string;
}

export type Line = Start | TableStart | Row | End;

/** A callback that gets the number of rows of a table done so far. */
export type Progress = (table: string, rows: number) => void;

/** A backup or its target is unusable. The message names the file or folder and the reason. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}
