import { cast, expect, newKey, newToken, type Answer, type Endpoint } from './client.js';
import type { Check } from './reads.js';
import { expectPoll, expectProblem, expectRating } from './shapes.js';

const onRating = ({ item }: Endpoint) => `/ratings/${encodeURIComponent(item)}`;
const votesOf = async (endpoint: Endpoint) =>
  (await endpoint.call(onRating(endpoint))).body.votes as number;

function expectCast({ status, body }: Answer, wanted: number): void {
  expect(status === wanted, `status must be ${wanted}, not ${status}`);
  expect('vote' in body && 'snapshot' in body, 'vote and snapshot must be in the answer');
  expect(!Number.isNaN(Date.parse(body.server_time)), 'server_time must be a time');
}

/** A cached read may be a moment old: the vote reply is what has to be exact. */
const ratingVotes: Check[] = [
  {
    title: 'a first vote is 201, counted, and 200 when delivered again',
    async run(endpoint) {
      const who = { token: newToken(), key: newKey() };
      const first = await cast(endpoint, onRating(endpoint), { value: 4 }, who);
      expectCast(first, 201);
      expectRating(first.body.snapshot, endpoint.item);
      expect(first.body.vote.value === 4, 'vote.value must be 4');
      const again = await cast(endpoint, onRating(endpoint), { value: 4 }, who);
      expectCast(again, 200);
      expect(again.body.snapshot.votes === first.body.snapshot.votes, 'it was counted twice');
    },
  },
  {
    title: 'one key for two votes is 422 key_reused with what holds',
    async run(endpoint) {
      const who = { token: newToken(), key: newKey() };
      await cast(endpoint, onRating(endpoint), { value: 4 }, who);
      const other = await cast(endpoint, onRating(endpoint), { value: 5 }, who);
      expectProblem(other, 422, 'key_reused');
      expect(other.body.vote?.value === 4, 'the problem must hold the vote that stands');
    },
  },
  {
    title: 'a changed vote moves, and an older delivery changes nothing',
    async run(endpoint) {
      const token = newToken();
      const older = newKey();
      const first = await cast(endpoint, onRating(endpoint), { value: 1 }, { token });
      const changed = await cast(endpoint, onRating(endpoint), { value: 2 }, { token });
      expectCast(changed, 200);
      expect(changed.body.snapshot.votes === first.body.snapshot.votes, 'it was counted twice');
      const late = await cast(endpoint, onRating(endpoint), { value: 5 }, { token, key: older });
      expectCast(late, 200);
      expect(late.body.vote.value === 2, 'the older delivery must answer the present vote');
    },
  },
  {
    title: 'a vote is withdrawn, harmlessly twice, and does not come back',
    async run(endpoint) {
      const token = newToken();
      const key = newKey();
      const first = await cast(endpoint, onRating(endpoint), { value: 3 }, { token, key });
      const remove = { method: 'DELETE', token };
      const gone = await endpoint.call(`${onRating(endpoint)}/vote`, { ...remove, key: newKey() });
      const again = await endpoint.call(`${onRating(endpoint)}/vote`, { ...remove, key: newKey() });
      expectCast(gone, 200);
      expectCast(again, 200);
      expect(gone.body.vote === null && again.body.vote === null, 'vote must be null');
      expect(gone.body.snapshot.votes === first.body.snapshot.votes - 1, 'votes must fall by one');
      const late = await cast(endpoint, onRating(endpoint), { value: 3 }, { token, key });
      expect(late.body.vote === null, 'the withdrawn vote came back');
    },
  },
  {
    title: 'versions grow with every vote',
    async run(endpoint) {
      const first = await cast(endpoint, onRating(endpoint), { value: 3 });
      const second = await cast(endpoint, onRating(endpoint), { value: 3 });
      expect(second.body.snapshot.version > first.body.snapshot.version, 'version did not grow');
    },
  },
  {
    title: 'twenty ballots of one voter at once are one vote',
    async run(endpoint) {
      const token = newToken();
      const before = (await cast(endpoint, onRating(endpoint), { value: 1 }, { token })).body;
      const values = Array.from({ length: 20 }, (_, index) => (index % 5) + 1);
      // A server may slow one voter down; what it takes must still be one vote.
      await Promise.all(
        values.map((value) => cast(endpoint, onRating(endpoint), { value }, { token })),
      );
      const other = await cast(endpoint, onRating(endpoint), { value: 5 });
      expectCast(other, 201);
      const grown = other.body.snapshot.votes - before.snapshot.votes;
      expect(grown === 1, `two voters, but ${grown + 1} votes`);
    },
  },
  {
    title: 'the vote is in /me, and in the public count within five seconds',
    async run(endpoint) {
      const token = newToken();
      const reply = await cast(endpoint, onRating(endpoint), { value: 5 }, { token });
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
];

const clicks: Check[] = [
  {
    title: 'a share click is 204 and counted once per key',
    async run({ call, item }) {
      const path = `/shares/${encodeURIComponent(item)}`;
      const click = { method: 'POST', body: { network: 'telegram' }, key: newKey() };
      const before = (await call(path)).body.total as number;
      for (let times = 0; times < 2; times += 1) {
        const { status } = await call(path, click);
        expect(status === 204, `status ${status}`);
      }
      for (const end = Date.now() + 5000; Date.now() < end;) {
        const { total } = (await call(path)).body;
        expect(total <= before + 1, 'the click was counted twice');
        if (total === before + 1) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('the click was not counted');
    },
  },
];

type Question = { id: string; min: number; required: boolean; options: { id: string }[] };

const firstChoices = (questions: readonly Question[]) =>
  questions.map(({ id, min, options }) => ({
    question: id,
    options: options.slice(0, Math.max(1, min)).map((option) => option.id),
  }));

const ballots: Check[] = [
  {
    title: 'an open poll takes a ballot and refuses unknown options and old revisions',
    needsPoll: true,
    async run(endpoint) {
      const path = `/polls/${encodeURIComponent(endpoint.poll ?? '')}`;
      const { body: poll } = await endpoint.call(path);
      const answers = firstChoices(poll.questions);
      if (poll.state !== 'open') {
        const refused = await cast(endpoint, path, { revision: poll.revision, answers });
        return expectProblem(refused, 409, 'closed', 'not_open');
      }
      const token = newToken();
      const reply = await cast(endpoint, path, { revision: poll.revision, answers }, { token });
      expectCast(reply, 201);
      expectPoll(reply.body.snapshot, endpoint.poll ?? '');
      const stale = { revision: poll.revision + 1, answers };
      expectProblem(await cast(endpoint, path, stale), 409, 'revision_changed');
      const unknown = [{ question: poll.questions[0].id, options: ['no-such-option'] }];
      const invalid = { revision: poll.revision, answers: unknown };
      expectProblem(await cast(endpoint, path, invalid), 422, 'invalid_selection');
      if (poll.policy.withdraw) {
        await endpoint.call(`${path}/vote`, { method: 'DELETE', token, key: newKey() });
      }
    },
  },
];

/** Checks that vote at the test item. */
export const writeChecks: readonly Check[] = [...ratingVotes, ...clicks, ...ballots];
