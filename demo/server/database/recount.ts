import { writeInsIn } from '../ballots/write-ins.js';
import { itemOfId } from '../items/item.js';
import { countersOf, heldWriteInsName } from '../items/counters.js';
import { inPages } from './read-ballots.js';
import type { Database, Query } from '../items/database.js';

/** A counter whose stored sum differs from its ballots. */
export interface Difference {
  readonly id: string;
  readonly counter: string;
  readonly stored: number;
  readonly ballots: number;
}

export interface Recount {
  readonly ballots: number;
  readonly differences: readonly Difference[];
}

interface Row {
  readonly widget: string;
  readonly voter: string;
  readonly choices: string | null;
}

const nextPage = `select widget, voter, choices from ballot
  where widget > $1 or (widget = $1 and voter > $2) order by widget, voter limit $3`;

const allBallots = (query: Query) =>
  inPages<Row>((after, limit) => query(nextPage, [after?.widget ?? '', after?.voter ?? '', limit]));

async function countBallots(query: Query, counts: Map<string, number>): Promise<number> {
  let ballots = 0;
  for await (const rows of allBallots(query)) {
    for (const { widget, choices } of rows) {
      if (choices === null) continue;
      ballots += 1;
      const words = writeInsIn(choices).map(({ question }) => heldWriteInsName(question));
      for (const counter of [...countersOf(itemOfId(widget).kind, choices), ...words]) {
        const name = `${widget}\n${counter}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return ballots;
}

/** Counts all ballots in one consistent view and compares. Skips imported counts, which have no ballots. */
export function recount(database: Pick<Database, 'view'>): Promise<Recount> {
  return database.view(async (query) => {
    const counts = new Map<string, number>();
    const ballots = await countBallots(query, counts);
    const tallies = await query<{ widget: string; item: string; n: number | string }>(
      `select widget, item, cast(sum(n) as bigint) as n from tally
        where shard >= 0 group by widget, item
       union all
       select widget, '${heldWriteInsName('')}' || question, count(*)
        from written_text group by widget, question`,
    );
    const differences: Difference[] = [];
    for (const { widget: id, item: counter, n } of tallies) {
      const name = `${id}\n${counter}`;
      const counted = counts.get(name) ?? 0;
      counts.delete(name);
      if (counted !== Number(n)) {
        differences.push({ id, counter, stored: Number(n), ballots: counted });
      }
    }
    for (const [name, counted] of counts) {
      const [id = '', counter = ''] = name.split('\n');
      differences.push({ id, counter, stored: 0, ballots: counted });
    }
    return { ballots, differences };
  });
}
