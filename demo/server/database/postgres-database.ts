import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Database, Query, Value } from '../items/database.js';
import { migrate, postgresDialect } from './migrations.js';
import { castInPostgres } from './postgres-cast.js';
import { PostgresNotifications } from './postgres-notifications.js';
import { isAbsence, withRetries } from './postgres-retry.js';
import { PostgresServerLock } from './postgres-server-lock.js';

/** Rows per counter: more than the processes that write one item at the same time. */
const shards = 16;
const connections = 8;

type Connection = Pick<pg.PoolClient, 'query'>;

/** Statements get a name by their text, so that the server plans each of them once. */
function namedStatements() {
  const names = new Map<string, string>();
  return (text: string) => {
    const name = names.get(text) ?? `riac_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}

function queryOf(connection: Connection, nameOf: (text: string) => string): Query {
  return async <Row>(text: string, values: readonly Value[] = []) => {
    const named = { name: nameOf(text), text, values: [...values] };
    return (await connection.query(named)).rows as Row[];
  };
}

/** Sends statements on the heels of another, and fails with it: one round trip less. */
function after(former: Promise<unknown>, query: Query): Query {
  return async <Row>(text: string, values?: readonly Value[]) => {
    const [rows] = await Promise.all([query<Row>(text, values), former]);
    return rows;
  };
}

async function inTransaction<Result>(
  pool: pg.Pool,
  nameOf: (text: string) => string,
  begin: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const begun = client.query(begin);
    const result = await work(after(begun, queryOf(client, nameOf)));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => (broken = fault));
    // Another connection may lead to another server, such as the one that takes writes now.
    if (isAbsence(error)) broken = error as Error;
    throw error;
  } finally {
    // A connection that cannot even roll back is thrown away.
    client.release(broken);
  }
}

/** One process at a time gets past the locked row; the others then find nothing left to do. */
async function migrateOnce(pool: pg.Pool, transaction: Database['transaction']): Promise<void> {
  const create = () => pool.query('create table if not exists migration (step bigint primary key)');
  // Two processes that create it at the same instant: the second one fails once.
  await withRetries(() => create().catch(create));
  await transaction(async (query) => {
    await query('insert into migration (step) values (0) on conflict do nothing');
    await query('select step from migration where step = 0 for update');
    await migrate(query, postgresDialect);
  });
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 3000,
    // A database behind a broken wire answers nothing at all, not even an error.
    query_timeout: 10_000,
    keepAlive: true,
    pipeline: true,
  });
  // Connections break when the database restarts: what waits on one fails and is tried again on
  // another. Without a listener, idle or lent out, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Opens a PostgreSQL database, or an engine that speaks its protocol. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = openPool(url);
  const nameOf = namedStatements();
  const plain = queryOf(pool, nameOf);
  const query: Query = (text, values) => withRetries(() => plain(text, values));
  const transactionBy =
    (begin: string): Database['transaction'] =>
    (work) =>
      withRetries(() => inTransaction(pool, nameOf, begin, work));
  const transaction = transactionBy('begin');
  const shard = randomInt(shards);
  const notifications = new PostgresNotifications(url);
  const lock = new PostgresServerLock(url);
  await lock.start();
  await migrateOnce(pool, transaction);
  await notifications.start(plain);
  return {
    engine: 'postgres',
    query,
    transaction,
    view: transactionBy('begin isolation level repeatable read read only'),
    isAmong: (expression, position) => `${expression} = any($${position}::text[])`,
    lockRows: 'for update',
    cast: async (votes) => {
      // Safe to repeat as a whole: every vote carries its key.
      const cast = await transaction((inside) => castInPostgres(inside, votes, shard));
      notifications.sendSoon(plain, cast.changed);
      return cast.outcomes;
    },
    onChange: (listener) => notifications.onChange(listener),
    announce: ({ id }) => notifications.send(query, [id]),
    emptyLog: async () => undefined,
    close: async () => {
      await notifications.close();
      await lock.close();
      await pool.end();
    },
  };
}
