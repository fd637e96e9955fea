import {
  placeOf,
  settle,
  withoutStale,
  type Delta,
  type Rewrite,
  type Turn,
} from '../voting/settle.js';
import type { Ballot, Outcome, Vote } from '../voting/vote.js';
import { inTransaction, type SqliteConnection } from './sqlite-driver.js';

/** One process writes the file, so one shard of every counter is enough. */
const shard = 0;

const sql = {
  base: 'select base from widget where id = ?',
  insert: `insert or ignore into ballot (widget, voter, key, choices, written, at)
    values (?, ?, ?, ?, ?, ?)`,
  read: 'select key, choices, at from ballot where widget = ? and voter = ?',
  rewrite: `update ballot set key = ?, choices = ?, written = ?, at = ?
    where widget = ? and voter = ?`,
  add: `insert into tally (widget, item, shard, n, rev) values (?, ?, ${shard}, ?, 1)
    on conflict (widget, item, shard) do update set n = n + excluded.n, rev = rev + 1`,
};

/** The batch transaction of SQLite: see `Database.cast`. */
export function sqliteBallotBox(connection: SqliteConnection) {
  const base = connection.prepare(sql.base);
  const insert = connection.prepare(sql.insert);
  const read = connection.prepare(sql.read);
  const rewrite = connection.prepare(sql.rewrite);
  const add = connection.prepare(sql.add);

  function basesOf(votes: readonly Vote[]): Map<string, number> {
    const widgets = new Set(votes.map((vote) => vote.widget));
    return new Map(
      [...widgets].map((widget) => [
        widget,
        (base.all(widget) as { base: number }[])[0]?.base ?? 0,
      ]),
    );
  }

  function insertFirst({ votes: [vote] }: Turn): boolean {
    if (!vote) return false;
    const { widget, voter, key, choices, written, at } = vote;
    return Number(insert.run(widget, voter, key, choices, Number(written), at).changes) === 1;
  }

  function standingOf(turns: readonly Turn[]): Map<string, Ballot> {
    const rows = turns.flatMap((turn) =>
      (read.all(turn.widget, turn.voter) as Ballot[]).map((row) => [placeOf(turn), row] as const),
    );
    return new Map(rows);
  }

  const write = ({ key, choices, written, at, widget, voter }: Rewrite) =>
    rewrite.run(key, choices, Number(written), at, widget, voter);
  const count = ({ widget, item, by }: Delta) => add.run(widget, item, by);

  return (votes: readonly Vote[]): Map<Vote, Outcome> =>
    inTransaction(connection, () => {
      const { turns, answers } = withoutStale(votes, basesOf(votes));
      const inserted = new Set(turns.filter(insertFirst).map(placeOf));
      const standing = standingOf(turns.filter((turn) => !inserted.has(placeOf(turn))));
      const settlement = settle(turns, inserted, standing);
      settlement.rewrites.forEach(write);
      settlement.deltas.forEach(count);
      return new Map([...answers, ...settlement.outcomes]);
    });
}
