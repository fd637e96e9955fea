import { expect } from '@open-wc/testing';
import { mountOn, one, pollBody, textOf } from '../poll/poll-fixtures.js';
import { fakeEndpoint } from '../support/fake-endpoint.js';
import { until } from '../support/wait.js';

const hour = 3600_000;
const year = 365 * 24 * hour;

/** A back end whose clock shows `now`, with a poll that closes three hours later. */
async function backEndAt(now: number) {
  const closes_at = new Date(now + 3 * hour).toISOString();
  const api = await fakeEndpoint({ polls: { goals: pollBody({ closes_at }) } });
  const tells = (time: number) =>
    api.plan({ method: 'GET', headers: { date: new Date(time).toUTCString() } });
  await tells(now);
  return { api, tells };
}

// Both on one page, and the past first: a later time is believed at once, an earlier one may be
// that of an answer which lay in a cache.
for (const [what, by] of [
  ['ahead', -10 * year],
  ['behind', 10 * year],
] as const) {
  describe(`on a device whose clock is ten years ${what}`, () => {
    it('a poll counts down to its end by the server’s clock, a sleep of the device included', async () => {
      localStorage.clear();
      const now = Date.now() + by;
      const { api, tells } = await backEndAt(now);
      const poll = await mountOn(api);
      const status = () => textOf(one(poll, '[part=status]'));
      expect(status()).to.equal('Voting closes in 3 hours');
      // The page's own clock stands still while a device sleeps.
      await tells(now + hour);
      dispatchEvent(new Event('online'));
      await until(() => status() === 'Voting closes in 2 hours', 'the time after the sleep');
    });
  });
}
