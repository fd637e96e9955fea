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

/** What is done with the parts of a backup as they are read. */
export interface Reader {
  start?(start: Start): void | Promise<void>;
  /** Rows of one table; called with 1000 rows at most. */
  rows?(table: TableStart, rows: readonly Row[]): void | Promise<void>;
}

const rowsAtOnce = 1000;

const fault = (file: string, why: string, cause?: unknown) =>
  new BackupFault(`${file} is not a whole backup: ${why}. Nothing was restored from it.`, {
    cause,
  });

const somethingFollows = (file: string) => fault(file, 'something follows its end');

/** The lines of a compressed file, each with its line feed; the last one may have none. */
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
    // What follows the end of the compressed text is passed over in silence.
    if (text.bytesWritten !== statSync(file).size) throw somethingFollows(file);
  } finally {
    source.destroy();
  }
}

function requireStart(file: string, line: Line | undefined): Start {
  const { format, version } = (line ?? {}) as Partial<Start>;
  if (format !== 'riac-backup') throw fault(file, 'it does not begin like one');
  if (version === 1) return line as Start;
  throw new BackupFault(`${file} was made by a newer server: its format is ${version}, not 1.`);
}

/** Reads on from the first line to the end; what is wrong is said without the name of the file. */
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

/** Faults of reading the file, as opposed to those of what is done with its parts. */
const isDamage = (error: unknown) =>
  error instanceof SyntaxError || String((error as NodeJS.ErrnoException).code).startsWith('Z_');

/**
 * Reads a backup from its first line to its last and answers that one. Throws `BackupFault` when it is
 * not whole; its parts were handed to the reader by then, so what was done with them has to be undone.
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

/** Reads the first line alone. */
export async function readStart(file: string): Promise<Start> {
  try {
    for await (const text of linesOf(file)) return requireStart(file, JSON.parse(text) as Line);
  } catch (error) {
    if (!isDamage(error)) throw error;
    throw fault(file, 'it is damaged, or another kind of file', error);
  }
  throw fault(file, 'it is empty');
}
