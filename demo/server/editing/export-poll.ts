import type { PollDefinition } from '../../../src/contract/definition.js';
import { pollSnapshot } from '../snapshots/poll-snapshot.js';
import { resolveLanguage, type RequestedLanguage } from '../snapshots/texts.js';
import type { StoredItem } from '../items/stored-item.js';
import type { WriteInSummary } from './write-ins.js';

type Cell = string | number;

/** Without this mark Excel does not read a CSV file as UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Matches a cell that a spreadsheet would run as a formula. Some programs skip spaces before the sign,
 * and some accept full-width signs of East Asian keyboards. See
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
const formula = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** Writes a cell as RFC 4180 wants it. An apostrophe before a formula makes it plain text. */
function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

const csv = (rows: readonly (readonly Cell[])[]) =>
  byteOrderMark + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

const editorSnapshot = (
  stored: StoredItem,
  definition: PollDefinition,
  now: number,
  requested: RequestedLanguage,
) => pollSnapshot(stored, definition, 'editor', now, resolveLanguage(definition, requested));

/** Returns all results for an editor, hidden ones included, as one JSON value. */
export function exportJson(
  stored: StoredItem,
  definition: PollDefinition,
  written: readonly WriteInSummary[],
  now: number,
  lang?: RequestedLanguage,
) {
  return { ...editorSnapshot(stored, definition, now, lang), written_by_readers: written };
}

/** Returns the same results as CSV: a line for each option, then one for each write-in. */
export function exportCsv(
  ...[stored, definition, written, now, lang]: Parameters<typeof exportJson>
) {
  const { questions } = editorSnapshot(stored, definition, now, lang);
  const head = ['question', 'question_text', 'option', 'label', 'votes', 'voters_of_question'];
  const options = questions.flatMap((question) =>
    question.options.map(({ id, label, votes }) => {
      const counts = [votes ?? 0, question.voters ?? 0];
      return [question.id, question.text, id, label, ...counts];
    }),
  );
  const words = written.map(({ question, words: label, count }) => {
    const { text = '', voters = 0 } = questions.find(({ id }) => id === question) ?? {};
    return [question, text, 'other', label, count, voters ?? 0];
  });
  return csv([head, ...options, ...words]);
}
