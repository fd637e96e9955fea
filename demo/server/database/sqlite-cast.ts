import {
  laterVotes,
  type Rewrite,
  settle,
  type Settlement,
  type Turn,
  withoutStale,
} from '../ballots/decide-batch.js';
import type { Delta } from '../ballots/ballot-effects.js';
import type { HeldWords } from '../ballots/write-ins.js';
import { type Ballot, keyName, type Outcome, placeOf, type Vote } from '../items/vote.js';
import { isHeld } from './held-write-ins.js';
import { inTransaction, type SqliteConnection } from './sqlite-driver.js';
import { marker } from './sqlite-write-mark.js';

/** One process writes the file, so one shard of every counter is enough. */
const shard = 0;

const sql = {
  base: 'select base from widget where id = ?',
  insert: `insert or ignore into ballot (widget, voter, key, choices, written, at)
    values (?, ?, ?, ?, ?, ?)`,
  read: 'select key, choices, at from ballot where widget = ? and voter = ?',
  holder: 'select voter from ballot where widget = ? and key = ?',
  rewrite: `update ballot set key = ?, choices = ?, written = ?, at = ?
    where widget = ? and voter = ?`,
  add: `insert into tally (widget, item, shard, n, rev) values (?, ?, ${shard}, ?, 1)
    on conflict (widget, item, shard) do update set n = n + excluded.n, rev = rev + 1`,
  hold: `insert or ignore into written_text (widget, question, words, voter) values (?, ?, ?, ?)`,
  release: `delete from written_text
    where widget = ? and question = ? and words = ? and voter = ?`,
  endApproval: `delete from approved_text as approved
    where widget = ? and question = ? and words = ? and not ${isHeld('approved')}`,
};

/** The statements of a batch, prepared once. */
function prepareStatements(connection: SqliteConnection) {
  const base = connection.prepare(sql.base);
  const insert = connection.prepare(sql.insert);
  const read = connection.prepare(sql.read);
  const holder = connection.prepare(sql.holder);
  const rewrite = connection.prepare(sql.rewrite);
  const add = connection.prepare(sql.add);
  const hold = connection.prepare(sql.hold);
  const release = connection.prepare(sql.release);
  const endApproval = connection.prepare(sql.endApproval);
  return {
    baseOf: (id: string) => (base.all(id) as { base: number }[])[0]?.base ?? 0,
    insertFirst({ votes: [vote] }: Turn): boolean {
      if (!vote) return false;
      const { item, voter, key, choices, written, at } = vote;
      return Number(insert.run(item.id, voter, key, choices, Number(written), at).changes) === 1;
    },
    standingAt: ({ item, voter }: Turn) => read.all(item.id, voter) as Ballot[],
    holdersOf: ({ item, key }: Vote) => holder.all(item.id, key) as { voter: string }[],
    write: ({ key, choices, written, at, item, voter }: Rewrite) =>
      rewrite.run(key, choices, Number(written), at, item.id, voter),
    count: ({ item, counter, by }: Delta) => add.run(item.id, counter, by),
    hold: ({ item, question, words, voter }: HeldWords) =>
      hold.run(item.id, question, words, voter),
    release: ({ item, question, words, voter }: HeldWords) =>
      release.run(item.id, question, words, voter),
    endApproval: ({ item, question, words }: HeldWords) =>
      endApproval.run(item.id, question, words),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** An approval ends with the last ballot that holds its words: new ones of the same words wait anew. */
function writeWords(statements: Statements, { arrivals, departures }: Settlement): void {
  arrivals.forEach(statements.endApproval);
  arrivals.forEach(statements.hold);
  departures.forEach(statements.release);
  departures.forEach(statements.endApproval);
}

function castBatch(statements: Statements, votes: readonly Vote[]): Map<Vote, Outcome> {
  const ids = new Set(votes.map(({ item }) => item.id));
  const bases = new Map([...ids].map((id) => [id, statements.baseOf(id)]));
  const { turns, answers } = withoutStale(votes, bases);
  const nameOf = ({ item, voter }: Turn) => placeOf(item.id, voter);
  const inserted = new Set(turns.filter(statements.insertFirst).map(nameOf));
  const others = turns.filter((turn) => !inserted.has(nameOf(turn)));
  const standing = new Map(
    others.flatMap((turn) =>
      statements.standingAt(turn).map((ballot) => [nameOf(turn), ballot] as const),
    ),
  );
  const holders = new Map(
    laterVotes(turns, inserted).flatMap((vote) =>
      statements
        .holdersOf(vote)
        .map(({ voter }) => [keyName(vote.item.id, vote.key), voter] as const),
    ),
  );
  const settlement = settle(turns, { inserted, standing, holders });
  settlement.rewrites.forEach(statements.write);
  writeWords(statements, settlement);
  settlement.deltas.forEach(statements.count);
  return new Map([...answers, ...settlement.outcomes]);
}

/** The batch transaction of SQLite: see `Database.cast`. */
export function sqliteBallotBox(connection: SqliteConnection) {
  const statements = prepareStatements(connection);
  const mark = marker(connection);
  return (votes: readonly Vote[]): Map<Vote, Outcome> =>
    inTransaction(connection, mark, () => castBatch(statements, votes));
}
