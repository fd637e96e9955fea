import type { Item } from '../items/item.js';
import { renameParts } from '../ballots/write-ins.js';
import { inPages } from '../database/read-ballots.js';
import type { Query } from '../items/database.js';
import { isHeld } from '../database/held-write-ins.js';
import { effectsOf, type BallotEffects, type BallotChange } from '../ballots/ballot-effects.js';

interface Row {
  readonly voter: string;
  readonly choices: string;
}

/** Updates the write-ins and counters after a change of ballots. */
async function writeChanges(query: Query, { counterChanges, arrivals, departures }: BallotEffects) {
  for (const { item, question, words, voter } of arrivals) {
    await query(
      'insert into written_text (widget, question, words, voter) values ($1, $2, $3, $4)',
      [item.id, question, words, voter],
    );
  }
  for (const { item, question, words, voter } of departures) {
    await query(
      'delete from written_text where widget = $1 and question = $2 and words = $3 and voter = $4',
      [item.id, question, words, voter],
    );
  }
  for (const { item, counter, by } of counterChanges) {
    await query(
      `insert into tally (widget, item, shard, n, rev) values ($1, $2, 0, $3, 1)
        on conflict (widget, item, shard) do update set n = tally.n + excluded.n, rev = tally.rev + 1`,
      [item.id, counter, by],
    );
  }
}

/**
 * Restarts ids of a poll at 0. In its ballots, the revision is appended to these ids (`c#7`), which no
 * definition can contain. The function then corrects counters and write-ins, so a recount agrees.
 * @param ids - `question` or `question/option`.
 */
export async function restartIds(
  query: Query,
  lockRows: string,
  { item, ids, revision }: { item: Item; ids: readonly string[]; revision: number },
): Promise<void> {
  const pages = inPages<Row>((after, limit) =>
    query(
      `select voter, choices from ballot where widget = $1 and voter > $2 and choices is not null
        order by voter limit $3 ${lockRows}`,
      [item.id, after?.voter ?? '', limit],
    ),
  );
  for await (const rows of pages) {
    const changes: BallotChange[] = [];
    for (const { voter, choices: from } of rows) {
      const to = renameParts(from, ids, `#${revision}`);
      if (to === from) continue;
      changes.push({ item, voter, from, to });
      await query('update ballot set choices = $3 where widget = $1 and voter = $2', [
        item.id,
        voter,
        to,
      ]);
    }
    await writeChanges(query, effectsOf(changes));
  }
  const orphans = `delete from approved_text as approved where widget = $1 and not ${isHeld('approved')}`;
  await query(orphans, [item.id]);
}
