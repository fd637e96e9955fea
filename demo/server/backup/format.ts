/**
 * A backup is one file: lines of JSON, compressed by gzip, the same from both engines. First a
 * `Start`; then for each table a `TableStart` and its rows, each an array of values in the order of
 * the columns; at last an `End`. Without its end a backup is not whole.
 */
export interface Start {
  readonly format: 'riac-backup';
  readonly version: 1;
  /** RFC 3339. */
  readonly made: string;
  readonly engine: 'sqlite' | 'postgres';
  /** Steps of the schema that were done: see `migrate`. */
  readonly step: number;
  /** What tells the secret of the voters without naming it: see `fingerprintOf`. */
  readonly fingerprint: string;
  /** `null` where it came from the environment and has to be kept by other means. */
  readonly secret: string | null;
  readonly editorToken: string | null;
}

export interface TableStart {
  readonly table: string;
  readonly columns: readonly string[];
}

export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface End {
  readonly end: true;
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Of all lines before this one with their line feeds, in hexadecimal. */
  readonly sha256: string;
}

export type Line = Start | TableStart | Row | End;

/** Hears how many rows of a table are done so far. */
export type Progress = (table: string, rows: number) => void;

/** A backup, or what it is to be restored into, is not as it must be: the message says what is wrong where. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';
}
