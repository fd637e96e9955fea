import { existsSync } from 'node:fs';
import { withFile } from './sqlite-wal.js';

/**
 * Throws if a rollback journal lies beside the database. SQLite would replay it over the file, even if
 * the file is a copy that replaced the former one. The server uses a WAL, so it leaves no journal. Call
 * this before the process opens the file with SQLite: see `belongingOf`.
 */
export function requireNoJournal(file: string): void {
  const journal = `${file}-journal`;
  // SQLite does not replay a journal that is empty or begins with 0: see "hot journals" in
  // https://sqlite.org/lockingv3.html.
  if (!existsSync(journal) || !withFile(journal, (read) => read(0, 1))[0]) return;
  throw new Error(
    `${journal} was left by another program, whose change of ${file} was cut off. If a copy was put ` +
      `in the place of ${file} since then, move the journal away: mv "${journal}" "${journal}.former" - ` +
      `If not, take that change back: sqlite3 "${file}" "pragma quick_check" - Then start again.`,
  );
}
