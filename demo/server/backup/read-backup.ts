import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  BackupFault,
  type End,
  type Line,
  type Row,
  type Start,
  type TableStart,
} from './format.js';

/** Callbacks for the parts of a backup, in the order of the file. */
export interface Reader {
  start?(start: Start): void | Promise<void>;
  /** Gets up to 1000 rows of one table per call. */
  rows?(table: TableStart, rows: readonly Row[]): void | Promise<void>;
}

const rowsAtOnce = 1000;

const fault = (file: string, why: string, cause?: unknown) =>
  new BackupFault(`${file} is not a whole backup: ${why}. Nothing was restored from it.`, {
    cause,
  });

const somethingFollows = (file: string) => fault(file, 'something follows its end');

/**
 * Yields the lines of a gzip file, each with its line feed. The last line may lack one. Throws
 * `BackupFault` for bytes after the compressed data.
 */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = createGunzip();
  source.on('error', (error) => text.destroy(error));
  source.pipe(text).setEncoding('utf8');
  let rest = '';
  try {
    for await (const part of text as AsyncIterable<string>) {
      const lines = `${rest}${part}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield `${line}\n`;
    }
    if (rest) yield rest;
    // Gunzip ignores bytes after the end of the compressed data without an error.
    if (text.bytesWritten !== statSync(file).size) throw somethingFollows(file);
  } finally {
    source.destroy();
  }
}

/** Returns the first line. Throws `BackupFault` for another kind of file or a newer format. */
function requireStart(file: string, line: Line | undefined): Start {
  const { format, version } = (line ?? {}) as Partial<Start>;
  if (format !== 'riac-backup') throw fault(file, 'it does not begin like one');
  if (version === 1) return line as Start;
  throw new BackupFault(`${file} was made by a newer server: its format is ${version}, not 1.`);
}

/**
 * Passes all lines to the reader. Returns the last line, or `undefined` when it is missing or its
 * checksum differs. Throws `SyntaxError` for a line that is not JSON.
 */
async function readLines(
  lines: AsyncIterable<string>,
  file: string,
  reader: Reader,
): Promise<End | undefined> {
  const hash = createHash('sha256');
  let started = false;
  let table: TableStart | undefined;
  let rows: Row[] = [];
  let end: End | undefined;
  const flush = async () => {
    if (table && rows.length) await reader.rows?.(table, rows);
    rows = [];
  };
  for await (const text of lines) {
    if (end) throw somethingFollows(file);
    const line = JSON.parse(text) as Line;
    if (!started) {
      started = true;
      await reader.start?.(requireStart(file, line));
    } else if (Array.isArray(line)) {
      if (rows.push(line as Row) >= rowsAtOnce) await flush();
    } else if ('table' in line) {
      await flush();
      table = line;
    } else if ('end' in line) {
      await flush();
      end = line;
      continue;
    }
    hash.update(text);
  }
  return hash.digest('hex') === end?.sha256 ? end : undefined;
}

/** True for errors of JSON and zlib, which mean a damaged file. The reader's own errors pass through. */
const isDamage = (error: unknown) =>
  error instanceof SyntaxError || String((error as NodeJS.ErrnoException).code).startsWith('Z_');

/**
 * Reads a whole backup and returns its last line. Throws `BackupFault` for an incomplete one. The
 * reader has received rows by then, so the caller must undo their effects.
 */
export async function readBackup(file: string, reader: Reader = {}): Promise<End> {
  let end: End | undefined;
  try {
    end = await readLines(linesOf(file), file, reader);
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw fault(file, 'it is damaged or cut off', error);
  }
  if (end) return end;
  throw fault(file, 'its end is missing or does not fit the rest');
}

/** Reads the first line only. Throws `BackupFault` when the file does not begin like a backup. */
export async function readStart(file: string): Promise<Start> {
  try {
    for await (const text of linesOf(file)) return requireStart(file, JSON.parse(text) as Line);
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw fault(file, 'it is damaged, or another kind of file', error);
  }
  throw fault(file, 'it is empty');
}
