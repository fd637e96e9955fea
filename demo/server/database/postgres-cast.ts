import {
  type BallotRewrite,
  type BatchResult,
  decideBatch,
  groupFreshVotes,
  keyName,
  laterVotes,
  placeName,
  type VoterBatch,
} from '../ballots/decide-batch.js';
import type { CounterChange } from '../ballots/ballot-effects.js';
import type { HeldWriteIn } from '../ballots/write-ins.js';
import type { Ballot, CheckedVote, Outcome } from '../items/vote.js';
import type { Query } from '../items/database.js';
import { isHeld } from './held-write-ins.js';

const sql = {
  bases: 'select id, base from widget where id = any($1::text[])',
  insert: `insert into ballot (widget, voter, key, choices, written, at)
    select * from unnest(
      $1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
    on conflict do nothing returning widget, voter`,
  // All processes lock in this order, so that none deadlocks.
  read: `select widget, voter, key, choices, at from ballot
    where widget = any($1::text[]) and voter = any($2::text[])
    order by widget, voter for update`,
  holders: `select ballot.widget, ballot.voter, ballot.key
    from unnest($1::text[], $2::text[]) as sent (widget, key)
    join ballot on ballot.widget = sent.widget and ballot.key = sent.key`,
  rewrite: `update ballot set key = new.key, choices = new.choices, written = new.written,
      at = new.at
    from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[])
      as new (widget, voter, key, choices, written, at)
    where ballot.widget = new.widget and ballot.voter = new.voter`,
  add: `insert into tally (widget, item, shard, n, rev)
    select widget, item, $4::bigint, n, 1
      from unnest($1::text[], $2::text[], $3::bigint[]) as new (widget, item, n)
    on conflict (widget, item, shard)
      do update set n = tally.n + excluded.n, rev = tally.rev + 1`,
  hold: `insert into written_text (widget, question, words, voter)
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
  release: `delete from written_text where (widget, question, words, voter) in
    (select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]))`,
  endApprovals: `delete from approved_text as approved where (widget, question, words) in
    (select * from unnest($1::text[], $2::text[], $3::text[])) and not ${isHeld('approved')}`,
};

type Row = Pick<BallotRewrite, 'item' | 'voter' | 'key' | 'choices' | 'written' | 'at'>;

const columns = (rows: readonly Row[]) => [
  rows.map(({ item }) => item.id),
  rows.map(({ voter }) => voter),
  rows.map(({ key }) => key),
  rows.map(({ choices }) => choices),
  rows.map(({ written }) => Number(written)),
  rows.map(({ at }) => at),
];

async function versionBasesOf(
  query: Query,
  votes: readonly CheckedVote[],
): Promise<Map<string, number>> {
  const ids = [...new Set(votes.map(({ item }) => item.id))];
  const rows = await query<{ id: string; base: string }>(sql.bases, [ids]);
  const known = new Map(rows.map(({ id, base }) => [id, Number(base)]));
  return new Map(ids.map((id) => [id, known.get(id) ?? 0]));
}

async function insertFirst(query: Query, batches: readonly VoterBatch[]): Promise<Set<string>> {
  const first = batches.flatMap(({ votes }) => votes.slice(0, 1));
  const rows = await query<{ widget: string; voter: string }>(sql.insert, columns(first));
  return new Set(rows.map(({ widget, voter }) => placeName(widget, voter)));
}

async function ballotsOf(
  query: Query,
  batches: readonly VoterBatch[],
): Promise<Map<string, Ballot>> {
  if (!batches.length) return new Map();
  type Found = Ballot & { widget: string; voter: string };
  const lists = [batches.map(({ item }) => item.id), batches.map(({ voter }) => voter)];
  const rows = await query<Found>(sql.read, lists);
  return new Map(
    rows.map(({ widget, voter, key, choices, at }) => [
      placeName(widget, voter),
      { key, choices, at: Number(at) },
    ]),
  );
}

async function holdersOf(
  query: Query,
  votes: readonly CheckedVote[],
): Promise<Map<string, string>> {
  if (!votes.length) return new Map();
  type Found = { widget: string; voter: string; key: string };
  const lists = [votes.map(({ item }) => item.id), votes.map(({ key }) => key)];
  const rows = await query<Found>(sql.holders, lists);
  return new Map(rows.map(({ widget, key, voter }) => [keyName(widget, key), voter]));
}

const writeInColumns = (held: readonly HeldWriteIn[]) => [
  held.map(({ item }) => item.id),
  held.map(({ question }) => question),
  held.map(({ words }) => words),
];

const voterColumn = (held: readonly HeldWriteIn[]) => held.map(({ voter }) => voter);

/** Updates the write-ins. An approval ends with its last ballot; later equal words need a new one. */
async function updateWriteIns(query: Query, { arrivals, departures }: BatchResult): Promise<void> {
  if (arrivals.length) {
    await query(sql.endApprovals, writeInColumns(arrivals));
    await query(sql.hold, [...writeInColumns(arrivals), voterColumn(arrivals)]);
  }
  if (departures.length) {
    await query(sql.release, [...writeInColumns(departures), voterColumn(departures)]);
    await query(sql.endApprovals, writeInColumns(departures));
  }
}

async function write(query: Query, result: BatchResult, shard: number) {
  const { rewrites, counterChanges } = result;
  if (rewrites.length) await query(sql.rewrite, columns(rewrites));
  await updateWriteIns(query, result);
  if (!counterChanges.length) return;
  const lists = [
    counterChanges.map(({ item }: CounterChange) => item.id),
    counterChanges.map(({ counter }: CounterChange) => counter),
    counterChanges.map(({ by }: CounterChange) => by),
  ];
  await query(sql.add, [...lists, shard]);
}

/**
 * Casts a batch inside a transaction, by plain statements that distributed engines understand as well.
 * @param shard - The row of each counter that this process updates, so that processes rarely share one.
 */
export async function castInPostgres(
  query: Query,
  votes: readonly CheckedVote[],
  shard: number,
): Promise<{ outcomes: Map<CheckedVote, Outcome>; changed: readonly string[] }> {
  const { batches, answers } = groupFreshVotes(votes, await versionBasesOf(query, votes));
  const inserted = await insertFirst(query, batches);
  const others = batches.filter(({ place }) => !inserted.has(place));
  // Sends both queries in one round trip.
  const [ballots, holders] = await Promise.all([
    ballotsOf(query, others),
    holdersOf(query, laterVotes(batches, inserted)),
  ]);
  const result = decideBatch(batches, { inserted, ballots, holders });
  await write(query, result, shard);
  const changed = [...new Set(result.counterChanges.map(({ item }) => item.id))];
  return { outcomes: new Map([...answers, ...result.outcomes]), changed };
}
