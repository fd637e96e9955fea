import { pollPath, type Check } from '../check.js';
import { cast, newKey, newToken } from '../client.js';
import { expectCast, expectPoll, expectProblem } from '../shapes.js';

type Question = { id: string; min: number; required: boolean; options: { id: string }[] };

const firstChoices = (questions: readonly Question[]) =>
  questions.map(({ id, min, options }) => ({
    question: id,
    options: options.slice(0, Math.max(1, min)).map((option) => option.id),
  }));

/** Ballots in a poll that is there already. */
export const ballots: readonly Check[] = [
  {
    title: 'an open poll takes a ballot and refuses unknown options and old revisions',
    needs: 'poll',
    async run(endpoint) {
      const path = pollPath(endpoint.poll ?? '');
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
