import { writeInsIn } from '../ballots/write-ins.js';
import { inPages } from './read-ballots.js';
import type { Query } from '../items/database.js';

/**
 * Returns an SQL condition that is true when some ballot contains the write-in of a row.
 * @param row - Name or alias of a table with the columns `widget`, `question` and `words`.
 */
export const isHeld = (row: string) => `exists (select 1 from written_text as held
  where held.widget = ${row}.widget and held.question = ${row}.question
    and held.words = ${row}.words)`;

interface Row {
  readonly widget: string;
  readonly voter: string;
  readonly choices: string;
}

const nextPage = `select widget, voter, choices from ballot
  where written = 1 and (widget > $1 or (widget = $1 and voter > $2))
  order by widget, voter limit $3`;

/** Fills the table of write-ins from the ballots, for databases that are older than this table. */
export async function fillHeldWriteIns(query: Query): Promise<void> {
  const pages = inPages<Row>((after, limit) =>
    query(nextPage, [after?.widget ?? '', after?.voter ?? '', limit]),
  );
  for await (const rows of pages) {
    for (const { widget, voter, choices } of rows) {
      for (const { question, words } of writeInsIn(choices)) {
        await query(
          `insert into written_text (widget, question, words, voter) values ($1, $2, $3, $4)
            on conflict do nothing`,
          [widget, question, words, voter],
        );
      }
    }
  }
}
