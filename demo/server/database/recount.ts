import { wordsIn } from '../ballots/write-ins.js';
import { itemOfId } from '../items/item.js';
import { tallyItems, wordsOfItem } from '../items/counters.js';
import { inPages } from './read-ballots.js';
import type { Database, Query } from '../items/database.js';

/** A counter that does not say what the ballots say. */
export interface Difference {
  readonly widget: string;
  readonly item: string;
  readonly tally: number;
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
      const words = wordsIn(choices).map(({ question }) => wordsOfItem(question));
      for (const item of [...tallyItems(itemOfId(widget).kind, choices), ...words]) {
        const name = `${widget}\n${item}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return ballots;
}

/** Counts all ballots again in one consistent view and compares; imported counts have no ballots. */
export function recount(database: Pick<Database, 'view'>): Promise<Recount> {
  return database.view(async (query) => {
    const counts = new Map<string, number>();
    const ballots = await countBallots(query, counts);
    const tallies = await query<{ widget: string; item: string; n: number | string }>(
      `select widget, item, cast(sum(n) as bigint) as n from tally
        where shard >= 0 group by widget, item
       union all
       select widget, '${wordsOfItem('')}' || question, count(*)
        from written_text group by widget, question`,
    );
    const differences: Difference[] = [];
    for (const { widget, item, n } of tallies) {
      const counted = counts.get(`${widget}\n${item}`) ?? 0;
      counts.delete(`${widget}\n${item}`);
      if (counted !== Number(n)) {
        differences.push({ widget, item, tally: Number(n), ballots: counted });
      }
    }
    for (const [name, counted] of counts) {
      const [widget = '', item = ''] = name.split('\n');
      differences.push({ widget, item, tally: 0, ballots: counted });
    }
    return { ballots, differences };
  });
}
