import { ratingPath, type Check } from '../check.js';
import { cast, expect, newKey, newToken, type Endpoint } from '../client.js';
import { firstEvent } from '../event-stream.js';
import { expectCast, expectRating, expectRefusal } from '../shapes.js';

const votesOf = async (endpoint: Endpoint) =>
  (await endpoint.call(ratingPath(endpoint))).body.votes as number;

/** A cached read may be a moment old: the vote reply is what has to be exact. */
export const ratingVotes: readonly Check[] = [
  {
    title: 'a first vote is 201, counted, and 200 when delivered again',
    async run(endpoint) {
      const who = { token: newToken(), key: newKey() };
      const first = await cast(endpoint, ratingPath(endpoint), { value: 4 }, who);
      expectCast(first, 201);
      expectRating(first.body.snapshot, endpoint.item);
      expect(first.body.vote.value === 4, 'vote.value must be 4');
      const again = await cast(endpoint, ratingPath(endpoint), { value: 4 }, who);
      expectCast(again, 200);
      expect(again.body.snapshot.votes === first.body.snapshot.votes, 'it was counted twice');
    },
  },
  {
    title: 'one key for two votes is 422 key_reused with what holds',
    async run(endpoint) {
      const who = { token: newToken(), key: newKey() };
      await cast(endpoint, ratingPath(endpoint), { value: 4 }, who);
      const other = await cast(endpoint, ratingPath(endpoint), { value: 5 }, who);
      expectRefusal(other, 422, 'key_reused');
      expect(other.body.vote?.value === 4, 'the problem must hold the vote that stands');
    },
  },
  {
    title: 'the key of another voter is 422 key_reused, and counts nothing',
    async run(endpoint) {
      const key = newKey();
      const first = await cast(endpoint, ratingPath(endpoint), { value: 4 }, { key });
      const other = await cast(endpoint, ratingPath(endpoint), { value: 4 }, { key });
      expectRefusal(other, 422, 'key_reused');
      expect(other.body.vote === null, 'the other voter has no vote');
      expect(other.body.snapshot.votes === first.body.snapshot.votes, 'it was counted');
    },
  },
  {
    title: 'a changed vote moves, and an older delivery changes nothing',
    async run(endpoint) {
      const token = newToken();
      const older = newKey();
      const first = await cast(endpoint, ratingPath(endpoint), { value: 1 }, { token });
      const changed = await cast(endpoint, ratingPath(endpoint), { value: 2 }, { token });
      expectCast(changed, 200);
      expect(changed.body.snapshot.votes === first.body.snapshot.votes, 'it was counted twice');
      const late = await cast(endpoint, ratingPath(endpoint), { value: 5 }, { token, key: older });
      expectCast(late, 200);
      expect(late.body.vote.value === 2, 'the older delivery must answer the present vote');
    },
  },
  {
    title: 'a vote is withdrawn, harmlessly twice, and does not come back',
    async run(endpoint) {
      const token = newToken();
      const key = newKey();
      const first = await cast(endpoint, ratingPath(endpoint), { value: 3 }, { token, key });
      const remove = { method: 'DELETE', token };
      const gone = await endpoint.call(`${ratingPath(endpoint)}/vote`, {
        ...remove,
        key: newKey(),
      });
      const again = await endpoint.call(`${ratingPath(endpoint)}/vote`, {
        ...remove,
        key: newKey(),
      });
      expectCast(gone, 200);
      expectCast(again, 200);
      expect(gone.body.vote === null && again.body.vote === null, 'vote must be null');
      expect(gone.body.snapshot.votes === first.body.snapshot.votes - 1, 'votes must fall by one');
      const late = await cast(endpoint, ratingPath(endpoint), { value: 3 }, { token, key });
      expect(late.body.vote === null, 'the withdrawn vote came back');
    },
  },
  {
    title: 'versions grow with every vote',
    async run(endpoint) {
      const first = await cast(endpoint, ratingPath(endpoint), { value: 3 });
      const second = await cast(endpoint, ratingPath(endpoint), { value: 3 });
      expect(second.body.snapshot.version > first.body.snapshot.version, 'version did not grow');
    },
  },
  {
    title: 'twenty ballots of one voter at once are one vote',
    async run(endpoint) {
      const token = newToken();
      const before = (await cast(endpoint, ratingPath(endpoint), { value: 1 }, { token })).body;
      const values = Array.from({ length: 20 }, (_, index) => (index % 5) + 1);
      // A server may slow one voter down; what it takes must still be one vote.
      await Promise.all(
        values.map((value) => cast(endpoint, ratingPath(endpoint), { value }, { token })),
      );
      const other = await cast(endpoint, ratingPath(endpoint), { value: 5 });
      expectCast(other, 201);
      const grown = other.body.snapshot.votes - before.snapshot.votes;
      expect(grown === 1, `two voters, but ${grown + 1} votes`);
    },
  },
  {
    title: 'the vote is in /me, and in the public count within five seconds',
    async run(endpoint) {
      const token = newToken();
      const reply = await cast(endpoint, ratingPath(endpoint), { value: 5 }, { token });
      const query = `/me?rating=${encodeURIComponent(endpoint.item)}`;
      const own = await endpoint.call(query, { token });
      expect(own.body.items[0].body.vote?.value === 5, '/me does not know the vote');
      for (const end = Date.now() + 5000; Date.now() < end;) {
        if ((await votesOf(endpoint)) >= reply.body.snapshot.votes) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the public count does not have the vote');
    },
  },
  {
    title: 'a vote is announced to open event streams',
    async run(endpoint) {
      const { version } = (await cast(endpoint, ratingPath(endpoint), { value: 2 })).body.snapshot;
      const isNews = (data: { version: number }) => data.version > version;
      await firstEvent(endpoint, isNews, () => cast(endpoint, ratingPath(endpoint), { value: 3 }));
    },
  },
];
