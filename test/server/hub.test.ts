import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemOf } from '../../demo/server/items/item.js';
import { Hub, type Subscriber } from '../../demo/server/live/hub.js';
import { waitUntil } from './support/wait.js';

const rating = (item: string | number) => itemOf('rating', String(item));

const anItem = (votes: number) => ({
  ...rating('a'),
  definition: undefined,
  removed: false,
  revision: 0,
  versionBase: 0,
  changeCount: votes,
  counts: new Map([['star/5', votes]]),
  approved: new Map<string, string[]>(),
});

/** A reader that notes what it is told, and may do something of its own just then. */
function reader(onTold = (): void => undefined) {
  const told: string[] = [];
  let leave = (): void => undefined;
  const stream = {
    destroyed: false,
    writable: true,
    writableLength: 0,
    on: (_close: string, listener: () => void) => {
      leave = listener;
      return stream;
    },
    end: () => (stream.writable = false),
    write: (part: Uint8Array | string) => {
      told.push(`${part}`);
      onTold();
      return true;
    },
  };
  return {
    told,
    leave: () => leave(),
    stream: stream as unknown as Subscriber & { writable: boolean },
  };
}

test('other work gets its turn while thousands are told, and nobody is left out', async (t) => {
  let votes = 1;
  const hub = new Hub({
    read: async () => anItem(votes),
    readChanges: async () => new Map([['rating:a', votes]]),
    forget: () => undefined,
    now: Date.now,
  });
  t.after(() => hub.close());
  const readers = Array.from({ length: 2000 }, () => reader());
  let toldBefore = 0;
  const told = () => readers.filter((one) => one.told.length === 2).length;
  const first = reader(() => setImmediate(() => (toldBefore = told())));
  const gone = reader();
  for (const { stream } of [first, ...readers, gone])
    await hub.subscriber(stream, [rating('a')], '');
  gone.stream.writable = false;
  votes = 2;
  hub.notify(['rating:a']);
  await waitUntil(() => told() === readers.length);
  assert.ok(toldBefore < readers.length, `${toldBefore} were told before anything else could run`);
  assert.ok(toldBefore > 0);
  assert.equal(gone.told.length, 1, 'who has left is not written to');
});

test('a stream of new items is let in while there are few, one of followed items even then', async (t) => {
  const hub = new Hub({
    read: async (item) => ({ ...anItem(0), ...item }),
    readChanges: async () => new Map(),
    forget: () => undefined,
    now: Date.now,
  });
  t.after(() => hub.close());
  const items = Array.from({ length: 10_000 }, (_, index) => rating(index));
  await hub.subscriber(reader().stream, items.slice(1), '');
  assert.ok(hub.hasRoom([rating(1), rating('new')]));
  assert.ok(!hub.hasRoom([rating('new'), rating('newer')]));
  const last = reader();
  await hub.subscriber(last.stream, items.slice(0, 2), '');
  assert.ok(!hub.hasRoom([rating(1), rating('new')]));
  assert.ok(hub.hasRoom([rating(0), rating(1)]));
  last.leave();
  assert.ok(hub.hasRoom([rating('new')]));
});
