import { existsSync } from 'node:fs';
import { withFile } from './sqlite-wal.js';

/**
 * Throws where a rollback journal lies beside a file: SQLite would replay it over the file, and over a
 * copy that was put in its place, too. A server writes by a log and leaves none. To be asked before
 * this process uses the file: see `setForeignLogAside`.
 */
export function requireNoJournal(file: string): void {
  const journal = `${file}-journal`;
  // Without a first byte, or with 0, there is nothing in it that SQLite would replay.
  if (!existsSync(journal) || !withFile(journal, (read) => read(0, 1))[0]) return;
  throw new Error(
    `${journal} was left by another program, whose change of ${file} was cut off. If a copy was put ` +
      `in the place of ${file} since then, move the journal away: mv "${journal}" "${journal}.former" - ` +
      `If not, take that change back: sqlite3 "${file}" "pragma quick_check" - Then start again.`,
  );
}
