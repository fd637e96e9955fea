import { mkdirSync } from 'node:fs';
import type { Database, Query, Value } from './database.js';
import { migrate, sqliteDialect } from './migrations.js';
import { retry } from './retry.js';
import {
  connectSqlite,
  isBusy,
  rollBack,
  sqliteFault,
  sqliteFile,
  type SqliteConnection,
  type SqliteStatement,
} from './sqlite-driver.js';
import { SqliteWriterThread } from './sqlite-writer-thread.js';

/** Statements are prepared once and kept: there are a few dozen of them. */
function queryOf(connection: SqliteConnection): Query {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (text: string) => {
    const known = statements.get(text);
    if (known) return known;
    const statement = connection.prepare(text.replaceAll(/\$(\d+)/g, '?$1'));
    statements.set(text, statement);
    return statement;
  };
  return async <Row>(text: string, values: readonly Value[] = []) => {
    const plain = values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));
    const statement = prepare(text);
    if (/^\s*(select|with)/i.test(text)) return statement.all(...plain) as Row[];
    statement.run(...plain);
    return [];
  };
}

/** Begins a transaction; while another process holds the file, readers are answered in between. */
const begin = (connection: SqliteConnection, statement: string) =>
  retry(
    () => connection.exec(statement),
    (error) => (isBusy(error) ? 20 : undefined),
  );

/**
 * The editor's transactions have a connection of their own, so that readers never see them half
 * done; one at a time, since a connection holds one transaction.
 */
function transactionsOf(connection: SqliteConnection) {
  const query = queryOf(connection);
  let last: Promise<unknown> = Promise.resolve();
  const run = async <Result>(start: string, work: (query: Query) => Promise<Result>) => {
    try {
      await begin(connection, start);
      const result = await work(query);
      connection.exec('commit');
      return result;
    } catch (error) {
      rollBack(connection);
      throw sqliteFault(error);
    }
  };
  const inTurn =
    (start: string): Database['transaction'] =>
    (work) => {
      const turn = last.then(() => run(start, work));
      last = turn.catch(() => undefined);
      return turn;
    };
  return { transaction: inTurn('begin immediate'), view: inTurn('begin') };
}

/** Opens the embedded database in a folder, which is made when absent. */
export async function openSqlite(folder: string): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = sqliteFile(folder);
  const connection = await connectSqlite(file);
  const editing = await connectSqlite(file);
  editing.exec('pragma busy_timeout = 0');
  const { transaction, view } = transactionsOf(editing);
  connection.exec('create table if not exists migration (step integer primary key)');
  await transaction((query) => migrate(query, sqliteDialect));
  const writer = new SqliteWriterThread(file);
  return {
    engine: 'sqlite',
    query: queryOf(connection),
    transaction,
    view,
    isAmong: (expression, position) =>
      `${expression} in (select value from json_each($${position}))`,
    lockRows: '',
    cast: (votes) => writer.cast(votes),
    // One process holds the file: there is nobody else to hear from.
    onChange: () => undefined,
    announce: async () => undefined,
    close: async () => {
      await writer.close();
      editing.close();
      connection.close();
    },
  };
}
