import { itemOf } from '../../../demo/server/items/item.js';
import type { Database } from '../../../demo/server/items/database.js';
import { recount } from '../../../demo/server/database/recount.js';
import { voterOf } from '../../../demo/server/http/voter.js';
import type { SentVote } from './sent-vote.js';

export interface Verdict {
  readonly ballots: number;
  /** Acknowledged, but not in the database, or not as sent. */
  readonly lost: number;
  /** Votes in the counters beyond one per voter. */
  readonly twice: number;
  /** Counters that a recount contradicts. */
  readonly differing: number;
}

const page = 5000;

async function readBallots({ query }: Database): Promise<Map<string, string>> {
  const ballots = new Map<string, string>();
  for (let last = ['', '']; ;) {
    const rows = await query<{ widget: string; voter: string; choices: string }>(
      `select widget, voter, choices from ballot
        where widget > $1 or (widget = $1 and voter > $2) order by widget, voter limit ${page}`,
      last,
    );
    for (const { widget, voter, choices } of rows) ballots.set(`${widget}\n${voter}`, choices);
    const end = rows.at(-1);
    if (!end || rows.length < page) return ballots;
    last = [end.widget, end.voter];
  }
}

/** Compares what was acknowledged with what the database holds. */
export async function verify(
  database: Database,
  secret: string,
  acknowledged: readonly SentVote[],
): Promise<Verdict> {
  const ballots = await readBallots(database);
  let lost = 0;
  for (const { item, token, value } of acknowledged) {
    const rating = itemOf('rating', item);
    const choices = ballots.get(`${rating.id}\n${voterOf(secret, rating, token)}`);
    if (choices !== JSON.stringify({ value })) lost += 1;
  }
  const [row] = await database.query<{ n: number | string | null }>(
    'select cast(sum(n) as bigint) as n from tally where shard >= 0',
  );
  const { differences } = await recount(database);
  const twice = Number(row?.n ?? 0) - ballots.size;
  return { ballots: ballots.size, lost, twice, differing: differences.length };
}

/** True when nothing was lost and nothing counted twice. */
export const isSound = ({ lost, twice, differing }: Verdict) => !lost && !twice && !differing;
