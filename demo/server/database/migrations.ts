import type { Query } from '../items/database.js';
import { fillHeldWriteIns, isHeld } from './held-write-ins.js';

/** A statement, or a function that runs several. */
type Step = string | ((query: Query) => Promise<void>);

/** Column types that differ between the engines. */
export interface Dialect {
  /** Text with byte order, which is the same in both engines and the fastest. */
  readonly text: string;
  readonly integer: string;
  /** Options of the table of counters. */
  readonly counters: string;
  /** Options of a table whose rows live in its primary key. */
  readonly clustered: string;
}

export const sqliteDialect: Dialect = {
  text: 'text',
  integer: 'integer',
  counters: 'without rowid',
  clustered: 'without rowid',
};

export const postgresDialect: Dialect = {
  text: 'text collate "C"',
  integer: 'bigint',
  // Free room in each page lets PostgreSQL update a counter in place.
  counters: 'with (fillfactor = 50)',
  clustered: '',
};

/**
 * The schema, step by step; a released step is never edited. Every unique key starts with the item,
 * so that a distributed engine can split the tables by it; no column is a serial number.
 *
 * Some names are older than those in the code. The table `widget` holds definitions, and a column
 * `widget` the storage key of an item. The table `tally` holds counters, and its column `item` the
 * name of one. `base` is `versionBase`, `written` says that a ballot holds write-ins, and the tables
 * `written_text` and `approved_text` hold write-ins.
 */
const steps = ({ text, integer, counters, clustered }: Dialect): readonly Step[][] => [
  [
    `create table widget (
      id ${text} primary key,
      definition ${text} not null,
      revision ${integer} not null,
      base ${integer} not null,
      source ${text}
    ) ${clustered}`,
    `create table ballot (
      widget ${text} not null,
      voter ${text} not null,
      key ${text} not null,
      choices ${text},
      written ${integer} not null,
      at ${integer} not null,
      primary key (widget, voter)
    ) ${clustered}`,
    `create unique index ballot_key on ballot (widget, key)`,
    `create index ballot_written on ballot (widget) where written = 1`,
    `create table tally (
      widget ${text} not null,
      item ${text} not null,
      shard ${integer} not null,
      n ${integer} not null,
      rev ${integer} not null,
      primary key (widget, item, shard)
    ) ${counters}`,
    `create table approved_text (
      widget ${text} not null,
      question ${text} not null,
      words ${text} not null,
      primary key (widget, question, words)
    ) ${clustered}`,
    `create table setting (name ${text} primary key, value ${text} not null) ${clustered}`,
  ],
  [`alter table widget add column removed ${integer} not null default 0`],
  [
    `create table written_text (
      widget ${text} not null,
      question ${text} not null,
      words ${text} not null,
      voter ${text} not null,
      primary key (widget, question, words, voter)
    ) ${clustered}`,
    fillHeldWriteIns,
    `delete from approved_text as approved where not ${isHeld('approved')}`,
  ],
  [
    `create table retired_id (
      widget ${text} not null,
      id ${text} not null,
      meaning ${text} not null,
      primary key (widget, id)
    ) ${clustered}`,
  ],
];

/** Number of steps that this server knows. */
export const latestStep = steps(sqliteDialect).length;

/** Names of the tables that the steps create. */
export const tableNames = steps(sqliteDialect)
  .flat()
  .flatMap((step) => (typeof step === 'string' && /^create table (\w+)/.exec(step)?.[1]) || []);

/**
 * Runs the missing steps. Call it inside a transaction that excludes other processes, after `create
 * table if not exists migration (step … primary key)`.
 * @param upTo - Number of the last step to run; all by default.
 */
export async function migrate(
  query: Query,
  dialect: Dialect,
  upTo = Number.POSITIVE_INFINITY,
): Promise<void> {
  const done = await query<{ step: number }>('select max(step) as step from migration');
  const from = Number(done[0]?.step ?? 0);
  for (const [index, statements] of steps(dialect).entries()) {
    if (index < from || index >= upTo) continue;
    for (const statement of statements) {
      await (typeof statement === 'string' ? query(statement) : statement(query));
    }
    await query('insert into migration (step) values ($1)', [index + 1]);
  }
}
