import { newKey, newToken } from '../support/ids.js';
import { freshStorage, startOn, type TestServer } from '../support/server.js';
import type { Scenario } from './scenario.js';
import { verify } from './verify.js';
import type { SentVote } from './sent-vote.js';

const voters = 400;
const actions = 2000;
const deliveries = 10_000;
const atOnce = 200;

/** What a voter did, in the order in which it was done: a star, or `null` for a withdrawal. */
interface Action {
  readonly token: string;
  readonly key: string;
  readonly value: number | null;
}

function randomActions(): Action[] {
  const tokens = Array.from({ length: voters }, newToken);
  return Array.from({ length: actions }, (_, index) => ({
    token: tokens[index % voters] ?? '',
    key: newKey(),
    value: Math.random() < 0.2 ? null : 1 + Math.floor(Math.random() * 5),
  }));
}

/** Each action at least once, the rest repeats, all in random order. */
function shuffled(all: readonly Action[]): Action[] {
  const repeats = Array.from({ length: deliveries - all.length }, () => {
    const action = all[Math.floor(Math.random() * all.length)];
    return action ? [action] : [];
  });
  return [...all, ...repeats.flat()]
    .map((action) => ({ action, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ action }) => action);
}

async function deliver(server: TestServer, { token, key, value }: Action): Promise<void> {
  const answer =
    value === null
      ? await server.withdraw('/ratings/item', { token, key })
      : await server.vote('/ratings/item', { value }, { token, key });
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
}

/** Late, repeated and reordered deliveries to two servers: the newest wish of each voter stands. */
export const shuffledDeliveries: Scenario = {
  name: '10 000 deliveries, repeated and out of order',
  async run() {
    const storage = await freshStorage();
    const options = { secret: 'a secret' };
    const servers = [await startOn(storage, options), await startOn(storage, options)];
    const all = randomActions();
    const queue = shuffled(all);
    const worker = async (_: unknown, index: number) => {
      const server = servers[index % 2];
      for (let next = queue.pop(); next && server; next = queue.pop()) await deliver(server, next);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const last = new Map(all.map((action) => [action.token, action]));
    const standing = [...last.values()].flatMap(({ token, key, value }): SentVote[] =>
      value === null ? [] : [{ item: 'item', token, key, value }],
    );
    const { database } = servers[0] ?? {};
    if (!database) throw new Error('No server.');
    await database.query('delete from ballot where choices is null');
    const verdict = await verify(database, options.secret, standing);
    const lost = verdict.lost + Math.abs(verdict.ballots - standing.length);
    for (const server of servers) await server.app.close();
    await storage.remove();
    const detail = `${deliveries} deliveries of ${actions} actions by ${voters} voters`;
    return { verdict: { ...verdict, lost }, detail };
  },
};

/** Twenty ballots of one voter, and two voters, in one instant, over and over. */
export const oneInstant: Scenario = {
  name: '20 parallel ballots of one voter, two voters in one instant',
  async run({ short }) {
    const rounds = short ? 20 : 100;
    const storage = await freshStorage();
    const options = { secret: 'a secret' };
    const servers = [await startOn(storage, options), await startOn(storage, options)];
    const standing: SentVote[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const token = newToken();
      const wishes = Array.from({ length: 20 }, () => ({ token, key: newKey(), value: 3 }));
      const others = [newToken(), newToken()].map((one) => ({
        token: one,
        key: newKey(),
        value: 4,
      }));
      const all = [...wishes, ...others];
      const send = (action: Action, index: number) =>
        Promise.all(servers.slice(index % 2).map((server) => deliver(server, action)));
      await Promise.all(all.map(send));
      standing.push(
        ...[{ token, key: '', value: 3 }, ...others].map((w) => ({ item: 'item', ...w })),
      );
    }
    const { database } = servers[0] ?? {};
    if (!database) throw new Error('No server.');
    const verdict = await verify(database, options.secret, standing);
    const lost = verdict.lost + Math.abs(verdict.ballots - standing.length);
    for (const server of servers) await server.app.close();
    await storage.remove();
    return { verdict: { ...verdict, lost }, detail: `${rounds} rounds` };
  },
};
