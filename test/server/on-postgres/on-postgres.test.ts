import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { openDatabase } from '../../../demo/server/database/open-database.js';
import { openStream } from '../support/event-stream.js';
import { newKey, newToken } from '../support/ids.js';
import { teaPoll } from '../support/polls.js';
import { startPostgres } from '../support/postgres.mjs';
import {
  editorToken,
  freshStorage,
  postgresStorage,
  startOn,
  type Answer,
} from '../support/server.js';
import { waitUntil } from '../support/wait.js';

const url = process.env['TEST_DATABASE_URL'] ?? '';

/** A server, and beside it a connection on whose transactions its votes have to wait. */
async function startBesideRival(t: TestContext, settings = '') {
  const storage = await postgresStorage(url, settings);
  const server = await startOn(storage);
  const rival = new pg.Client({ connectionString: url });
  await rival.connect();
  t.after(async () => {
    await rival.end();
    await server.app.close();
    await storage.remove();
  });
  const [row] = await server.database.query<{ name: string }>('select current_schema() as name');
  await rival.query(`set search_path to ${row?.name}`);
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like $1`;
  return {
    server,
    rival,
    // Not asked by the rival: inside its transaction it would see one moment again and again.
    untilWaiting: (statement: string) =>
      waitUntil(async () => (await server.database.query(waiting, [statement])).length === 1),
  };
}

test('a vote that loses against another transaction is tried again and counted once', async (t) => {
  const settings = '-c default_transaction_isolation=serializable';
  const { server, rival, untilWaiting } = await startBesideRival(t, settings);
  await server.vote('/ratings/a', { value: 4 });
  await rival.query('begin isolation level serializable');
  await rival.query('update tally set rev = rev + 1');
  const vote = server.vote('/ratings/a', { value: 4 });
  await untilWaiting('insert into tally%');
  // PostgreSQL ends the vote's transaction with 40001 now.
  await rival.query('commit');
  const { status, body } = await vote;
  assert.deepEqual([status, body.snapshot.votes], [201, 2]);
});

test('a key that another process takes at the same moment is refused, and the vote stands', async (t) => {
  const { server, rival, untilWaiting } = await startBesideRival(t);
  const [token, key] = [newToken(), newKey(Date.now() + 3600_000)];
  await server.vote('/ratings/a', { value: 4 }, { token });
  await rival.query('begin');
  await rival.query(`insert into ballot values ('rating:a', 'another', $1, null, 0, 0)`, [key]);
  const vote = server.vote('/ratings/a', { value: 1 }, { token, key });
  await untilWaiting('update ballot%');
  // The key is in the table now, though its holder could not be seen before.
  await rival.query('commit');
  const { status, body } = await vote;
  assert.deepEqual([status, body.code, body.vote.value], [422, 'key_reused', 4]);
});

test('news of another process comes by notification, without a poll of versions', async (t) => {
  const storage = await freshStorage();
  t.mock.timers.enable({ apis: ['setInterval'] });
  const [here, there] = [await startOn(storage), await startOn(storage)];
  t.after(async () => {
    await here.app.close();
    await there.app.close();
    await storage.remove();
  });
  await here.app.listen({ port: 0, host: '127.0.0.1' });
  const stream = await openStream(here, 'rating=a');
  const { data } = await stream.event();
  await there.vote('/ratings/a', { value: 4 });
  await stream.event((event) => event.data.version > data.version);
  stream.close();
});

/** A wire to the database that can be held still without being cut. */
async function openWire(target: number) {
  const sockets = new Set<Socket>();
  let isStill = false;
  const wire = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (part) => isStill || to.write(part));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  return {
    port: (wire.address() as AddressInfo).port,
    hold: (still: boolean) => (isStill = still),
    close: () => {
      for (const socket of sockets) socket.destroy();
      wire.close();
    },
  };
}

test('a database that has fallen silent is told as unavailable, and votes are taken again later', async (t) => {
  const wire = await openWire(Number(new URL(url).port));
  const near = new URL(url);
  near.port = String(wire.port);
  // So that the test need not wait for the usual ten seconds.
  near.searchParams.set('query_timeout', '500');
  const storage = await postgresStorage(near.href);
  const server = await startOn(storage, { log: () => undefined });
  t.after(async () => {
    wire.hold(false);
    await server.app.close();
    await storage.remove();
    wire.close();
  });
  await server.vote('/ratings/a', { value: 4 });
  wire.hold(true);
  const refused = await server.vote('/ratings/a', { value: 5 });
  assert.deepEqual([refused.status, refused.body.code], [503, 'unavailable']);
  assert.ok(Number(refused.headers['retry-after']) >= 1);
  wire.hold(false);
  const { status, body } = await server.vote('/ratings/a', { value: 5 });
  assert.deepEqual([status, body.snapshot.votes], [201, 2]);
});

test('two processes that define an item for the first time do so one after the other', async (t) => {
  const storage = await freshStorage();
  const servers = [await startOn(storage), await startOn(storage)];
  t.after(async () => {
    for (const { app } of servers) await app.close();
    await storage.remove();
  });
  const defineTwice = (item: string, headers = {}): Promise<Answer[]> =>
    Promise.all(
      servers.map((server, index) =>
        server.call('PUT', `/polls/${item}`, {
          body: { ...teaPoll, title: `Tea ${index}` },
          token: editorToken,
          headers,
        }),
      ),
    );
  const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort();
  for (let index = 0; index < 10; index += 1) {
    const once = await defineTwice(`once-${index}`, { 'if-none-match': '*' });
    assert.deepEqual(statuses(once), [201, 412]);
    const twice = await defineTwice(`twice-${index}`);
    assert.deepEqual(statuses(twice), [200, 201]);
    // The first answer of the two may tell the second definition already.
    const created = once.find(({ status }) => status === 201);
    const second = twice.find(({ status }) => status === 200);
    assert.ok(second?.body.version > created?.body.version);
    const definition = `/polls/twice-${index}/definition`;
    const read = await servers[0]?.get(definition, { token: editorToken });
    assert.equal(read?.body.definition.title, second?.body.title);
  }
});

test('a database that takes no writes any more is told as unavailable, and once for all votes', async (t) => {
  const postgres = await startPostgres();
  const log: unknown[] = [];
  const open = () => openDatabase('', postgres.url);
  const server = await startOn(
    { open, remove: postgres.stop },
    { log: (fault) => log.push(fault) },
  );
  t.after(async () => {
    await server.app.close();
    await postgres.stop();
  });
  const { query } = server.database;
  const setReadOnly = async (value: string) => {
    await query(`alter system set default_transaction_read_only = ${value}`);
    await query('select pg_reload_conf()');
    type Row = { default_transaction_read_only: string };
    await waitUntil(async () => {
      const [row] = await query<Row>('show default_transaction_read_only');
      return row?.default_transaction_read_only === value;
    });
  };
  await server.vote('/ratings/a', { value: 4 });
  await setReadOnly('on');
  const votes = Array.from({ length: 30 }, () => server.vote('/ratings/a', { value: 4 }));
  for (const { status, body, headers } of await Promise.all(votes)) {
    assert.deepEqual([status, body.code], [503, 'unavailable']);
    assert.ok(Number(headers['retry-after']) >= 1);
  }
  assert.ok(log.length <= 2, `${log.length} lines for two batches at most`);
  await setReadOnly('off');
  assert.equal((await server.vote('/ratings/a', { value: 4 })).status, 201);
});

test('a connection that takes no writes any more is given up for one that does', async (t) => {
  const { server } = await startBesideRival(t);
  await server.vote('/ratings/a', { value: 4 });
  // The pool lends first what came back last: the votes would have this one again and again.
  await server.database.query('set default_transaction_read_only = on');
  const { status, body } = await server.vote('/ratings/a', { value: 5 });
  assert.deepEqual([status, body.snapshot.votes], [201, 2]);
});
