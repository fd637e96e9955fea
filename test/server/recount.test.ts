import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recount } from '../../demo/server/database/recount.js';
import { newToken } from './support/ids.js';
import { tea, teaPoll } from './support/polls.js';
import { startServer } from './support/server.js';

test('a recount agrees after votes, changes and withdrawals, and names a counter that is wrong', async (t) => {
  const server = await startServer(t);
  const imported = { voters: 5, votes: { q1: { black: 5 } } };
  await server.define('/polls/p', { ...teaPoll, imported });
  const tokens = Array.from({ length: 30 }, newToken);
  for (const token of tokens) await server.vote('/polls/p', tea('black'), { token });
  for (const token of tokens.slice(0, 10)) await server.vote('/polls/p', tea('green'), { token });
  for (const token of tokens.slice(5, 15)) await server.withdraw('/polls/p', { token });
  const result = await recount(server.database);
  assert.deepEqual(result, { ballots: 20, differences: [] });
  await server.database.query(
    `update tally set n = n + 7 where widget = 'poll:p' and item = 'option/q1/black' and shard >= 0`,
  );
  const { differences } = await recount(server.database);
  assert.deepEqual(differences, [
    { id: 'poll:p', counter: 'option/q1/black', stored: 22, ballots: 15 },
  ]);
});
