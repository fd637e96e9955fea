import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import pg from 'pg';
import { openStream } from '../support/event-stream.js';
import { freshStorage, postgresStorage, startOn } from '../support/server.js';
import { waitUntil } from '../support/wait.js';

const url = process.env['TEST_DATABASE_URL'] ?? '';

test('a vote that loses against another transaction is tried again and counted once', async (t) => {
  const storage = await postgresStorage(url, '-c default_transaction_isolation=serializable');
  const server = await startOn(storage);
  const database = await storage.open();
  const rival = new pg.Client({ connectionString: url });
  await rival.connect();
  t.after(async () => {
    await rival.end();
    await database.close();
    await server.app.close();
    await storage.remove();
  });
  await server.vote('/ratings/a', { value: 4 });
  const [row] = await database.query<{ name: string }>('select current_schema() as name');
  await rival.query('begin isolation level serializable');
  await rival.query(`update ${row?.name}.tally set rev = rev + 1`);
  const vote = server.vote('/ratings/a', { value: 4 });
  await waitUntil(async () => {
    const waiting = await database.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%tally%'`,
    );
    return waiting.length > 0;
  });
  // PostgreSQL ends the vote's transaction with 40001 now.
  await rival.query('commit');
  const { status, body } = await vote;
  assert.deepEqual([status, body.snapshot.votes], [201, 2]);
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
