import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { newToken } from '../support/ids.js';
import {
  backup,
  command,
  embeddedPlace,
  freshPlace,
  main,
  ownVote,
  read,
  recount,
  restore,
  startWithVote,
  stop,
  vote,
} from '../support/places.js';
import { addressOf, dataFolder, run } from '../support/program.js';

for (const to of ['PostgreSQL', 'SQLite']) {
  test(`a backup of the other engine moves all votes to ${to}, where they can be changed`, async (t) => {
    const places = [embeddedPlace(t), await freshPlace(t)];
    if (to === 'SQLite') places.reverse();
    const [from = {}, target = {}] = places;
    assert.equal('DATABASE_URL' in target, to === 'PostgreSQL');
    const file = join(dataFolder(t), 'votes.backup');
    const { server, address, token } = await startWithVote(t, from);
    for (let count = 0; count < 3; count += 1) assert.equal(await vote(address, newToken()), 201);
    const { version } = await read(address);
    assert.equal((await command(t, backup, from, file))[0], 0);
    await stop(server);
    const [code, told] = await command(t, restore, target, file);
    assert.equal(code, 0, told);
    assert.match(told, /restored: 4 ballots counted, 0 counters differ/);
    const moved = run(t, main, target);
    const now = await addressOf(moved);
    const rating = await read(now);
    assert.deepEqual([rating.votes, rating.version > version], [4, true]);
    assert.equal(await ownVote(now, token), 4);
    assert.equal(await vote(now, token, 2), 200, 'the vote is changed, and no second one');
    assert.equal(await vote(now, newToken()), 201);
    await stop(moved);
    assert.equal((await command(t, recount, target))[1], '5 ballots counted, 0 counters differ\n');
  });
}
