import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Database, Query, Value } from '../items/database.js';
import { migrate, postgresDialect } from './migrations.js';
import { castInPostgres } from './postgres-cast.js';
import { PostgresNotifications } from './postgres-notifications.js';
import { isAbsence, withRetries } from './postgres-retry.js';
import { PostgresServerLock } from './postgres-server-lock.js';

/** Rows of each counter. More than the processes that write one item at the same time. */
const shards = 16;
const connections = 8;

type Connection = Pick<pg.PoolClient, 'query'>;

/** Names each statement, so that PostgreSQL parses and plans it once for each connection. */
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

/** Sends statements without waiting for a former one, which saves a round trip. They fail if it fails. */
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
    // A new connection may reach another server, such as the one that has become the primary.
    if (isAbsence(error)) broken = error as Error;
    throw error;
  } finally {
    // Destroys a connection that cannot roll back.
    client.release(broken);
  }
}

/** Migrates the schema. Processes wait for each other at a locked row; the later ones find it done. */
async function migrateOnce(pool: pg.Pool, transaction: Database['transaction']): Promise<void> {
  const create = () => pool.query('create table if not exists migration (step bigint primary key)');
  // When two processes create the table at the same moment, the second one fails once.
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
    // Over a broken network a query gets no answer at all, not even an error.
    query_timeout: 10_000,
    keepAlive: true,
    pipeline: true,
  });
  // A restart of the database breaks connections; `withRetries` repeats their queries on others. An
  // `error` event without a listener would end the process.
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
      // A repeated batch changes nothing, since every vote has its key.
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
