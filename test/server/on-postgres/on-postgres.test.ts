import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import pg from 'pg';
import { openStream } from '../support/event-stream.js';
import { newKey, newToken } from '../support/ids.js';
import { freshStorage, postgresStorage, startOn } from '../support/server.js';
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
  const [token, key] = [newToken(), newKey(Date.now() + 1000)];
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
