import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { publish } from '../host/data-files.js';
import type { Database, Query } from '../items/database.js';
import { latestStep } from '../database/migrations.js';

import { BackupFault, type End, type Line, type Progress, type Start } from './format.js';
import { readBackup } from './read-backup.js';
import { presentTables, rowsOf } from './tables.js';

const textOf = (lines: readonly Line[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Yields the lines of one table in pages; none for an empty table. */
async function* tableLines(
  query: Query,
  engine: Database['engine'],
  table: string,
  progress: (rows: number) => void,
): AsyncGenerator<string> {
  let columns: string[] | undefined;
  let count = 0;
  for await (const rows of rowsOf(query, engine, table)) {
    const [first] = rows;
    if (!columns && first) {
      columns = Object.keys(first);
      yield textOf([{ table, columns }]);
    }
    yield textOf(rows.map((row) => Object.values(row)));
    count += rows.length;
    progress(count);
  }
}

/** Yields the whole text of a backup, with the checksum in its last line. */
async function* allLines(query: Query, start: Start, progress: Progress): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield hashed(textOf([start]));
  for (const table of await presentTables(query, start.engine)) {
    counts[table] = 0;
    const tell = (rows: number) => progress(table, (counts[table] = rows));
    for await (const text of tableLines(query, start.engine, table, tell)) yield hashed(text);
  }
  yield textOf([{ end: true, rows: counts, sha256: hash.digest('hex') }]);
}

/**
 * Writes a consistent copy of the database to a file that only its owner can read. The server may keep
 * taking votes meanwhile. The file gets its name only after a successful read of the whole text.
 * Returns its last line. Throws `BackupFault` when `target` exists.
 */
export async function writeBackup(
  database: Database,
  target: string,
  secrets: Pick<Start, 'fingerprint' | 'secret' | 'editorToken'>,
  progress: Progress,
): Promise<End> {
  const taken = new BackupFault(`${target} is there already. Name another file.`);
  if (existsSync(target)) throw taken;
  const draft = `${target}.unfinished-${process.pid}`;
  const { engine } = database;
  const start: Start = {
    ...{ format: 'riac-backup', version: 1, made: new Date().toISOString(), engine },
    ...{ step: latestStep, ...secrets },
  };
  try {
    await database.view((query) => {
      const file = createWriteStream(draft, { mode: 0o600, flush: true });
      return pipeline(Readable.from(allLines(query, start, progress)), createGzip(), file);
    });
    const end = await readBackup(draft);
    if (!publish(draft, target)) throw taken;
    return end;
  } finally {
    rmSync(draft, { force: true });
  }
}
