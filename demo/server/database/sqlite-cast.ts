import {
  type BallotRewrite,
  type BatchResult,
  decideBatch,
  groupFreshVotes,
  keyName,
  laterVotes,
  type VoterBatch,
} from '../ballots/decide-batch.js';
import type { CounterChange } from '../ballots/ballot-effects.js';
import type { HeldWriteIn } from '../ballots/write-ins.js';
import type { Ballot, CheckedVote, Outcome } from '../items/vote.js';
import { isHeld } from './held-write-ins.js';
import { inTransaction, type SqliteConnection } from './sqlite-driver.js';
import { writeMarker } from './sqlite-write-mark.js';

/** SQLite has one writer at a time, so each counter needs one row only. */
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

/** Prepares the statements of a batch. */
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
    versionBaseOf: (id: string) => (base.all(id) as { base: number }[])[0]?.base ?? 0,
    insertFirst({ votes: [vote] }: VoterBatch): boolean {
      if (!vote) return false;
      const { item, voter, key, choices, written, at } = vote;
      return Number(insert.run(item.id, voter, key, choices, Number(written), at).changes) === 1;
    },
    ballotsAt: ({ item, voter }: VoterBatch) => read.all(item.id, voter) as Ballot[],
    holdersOf: ({ item, key }: CheckedVote) => holder.all(item.id, key) as { voter: string }[],
    write: ({ key, choices, written, at, item, voter }: BallotRewrite) =>
      rewrite.run(key, choices, Number(written), at, item.id, voter),
    count: ({ item, counter, by }: CounterChange) => add.run(item.id, counter, by),
    hold: ({ item, question, words, voter }: HeldWriteIn) =>
      hold.run(item.id, question, words, voter),
    release: ({ item, question, words, voter }: HeldWriteIn) =>
      release.run(item.id, question, words, voter),
    endApproval: ({ item, question, words }: HeldWriteIn) =>
      endApproval.run(item.id, question, words),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

/** Updates the write-ins. An approval ends with its last ballot; later equal words need a new one. */
function updateWriteIns(statements: Statements, { arrivals, departures }: BatchResult): void {
  arrivals.forEach(statements.endApproval);
  arrivals.forEach(statements.hold);
  departures.forEach(statements.release);
  departures.forEach(statements.endApproval);
}

function castBatch(
  statements: Statements,
  votes: readonly CheckedVote[],
): Map<CheckedVote, Outcome> {
  const ids = new Set(votes.map(({ item }) => item.id));
  const versionBases = new Map([...ids].map((id) => [id, statements.versionBaseOf(id)]));
  const { batches, answers } = groupFreshVotes(votes, versionBases);
  const inserted = new Set(batches.filter(statements.insertFirst).map(({ place }) => place));
  const others = batches.filter((batch) => !inserted.has(batch.place));
  const ballots = new Map(
    others.flatMap((batch) =>
      statements.ballotsAt(batch).map((ballot) => [batch.place, ballot] as const),
    ),
  );
  const holders = new Map(
    laterVotes(batches, inserted).flatMap((vote) =>
      statements
        .holdersOf(vote)
        .map(({ voter }) => [keyName(vote.item.id, vote.key), voter] as const),
    ),
  );
  const result = decideBatch(batches, { inserted, ballots, holders });
  result.rewrites.forEach(statements.write);
  updateWriteIns(statements, result);
  result.counterChanges.forEach(statements.count);
  return new Map([...answers, ...result.outcomes]);
}

/** Returns `Database.cast` for SQLite: one transaction for each batch. Throws `DatabaseUnavailable`. */
export function sqliteCast(connection: SqliteConnection) {
  const statements = prepareStatements(connection);
  const mark = writeMarker(connection);
  return (votes: readonly CheckedVote[]): Map<CheckedVote, Outcome> =>
    inTransaction(connection, mark, () => castBatch(statements, votes));
}
