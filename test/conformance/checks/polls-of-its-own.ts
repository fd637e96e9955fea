import { pollPath, type Check } from '../check.js';
import { cast, expect, newKey, newToken, randomItem, type Endpoint } from '../client.js';
import { expectCast, expectPoll, expectProblem, expectRefusal } from '../shapes.js';

const choice = (id: string) => ({ id, label: { en: id, ru: id } });
const question = {
  id: 'q1',
  text: 'A question of the conformance suite',
  kind: 'multiple',
  max: 2,
  other: true,
  options: ['a', 'b', 'c'].map(choice),
};
const definition = { title: 'A poll of the conformance suite', questions: [question] };

const ballot = (options: readonly string[], more: object = {}, revision = 1) => ({
  revision,
  answers: [{ question: 'q1', options, ...more }],
});

/** Defines a poll under a new id, and takes it away afterwards where the back end can. */
async function withPoll(
  { call, editor = '' }: Endpoint,
  wanted: object,
  check: (path: string, define: (wanted: object) => ReturnType<Endpoint['call']>) => Promise<void>,
): Promise<void> {
  const path = pollPath(randomItem());
  const define = (body: object) => call(path, { method: 'PUT', body, token: editor });
  const { status, text } = await define({ ...definition, ...wanted });
  expect(status === 201, `the definition was answered ${status} ${text}`);
  try {
    await check(path, define);
  } finally {
    await call(path, { method: 'DELETE', token: editor });
  }
}

const hiding: Check[] = [
  {
    title: 'after_vote: a stranger sees no count and no tick, the voter sees both',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, { results: 'after_vote' }, async (path) => {
        const before = await endpoint.call(path);
        expectPoll(before.body, before.body.item);
        expect(before.body.results_state === 'hidden', 'results must be hidden before the vote');
        const token = newToken();
        const reply = await cast(endpoint, path, ballot(['a']), { token });
        expectCast(reply, 201);
        expect(reply.body.snapshot.questions[0].options[0].votes === 1, 'the voter sees no count');
        const after = await endpoint.call(path);
        expect(after.text === before.text, 'the public read changed with a hidden vote');
        expect(after.headers.get('etag') === before.headers.get('etag'), 'the ETag ticked');
        const gone = { method: 'DELETE', token, key: newKey() };
        const { body } = await endpoint.call(`${path}/vote`, gone);
        expect(body.snapshot.voters === null, 'who withdrew must not see counts');
      }),
  },
  {
    title: 'never: neither the vote reply nor a refusal tells a count',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, { results: 'never', policy: { change: false } }, async (path) => {
        const token = newToken();
        const reply = await cast(endpoint, path, ballot(['a']), { token });
        expect(reply.body.snapshot.voters === null, 'the reply tells the turnout');
        const refused = await cast(endpoint, path, ballot(['b']), { token });
        expectRefusal(refused, 409, 'already_voted');
        expect(refused.body.vote.answers[0].options[0] === 'a', 'the vote that stands is missing');
        expect(refused.body.snapshot.voters === null, 'the refusal tells the turnout');
      }),
  },
  {
    title: 'own words are kept and are not public',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, {}, async (path) => {
        const words = `own words ${newKey()}`;
        const reply = await cast(endpoint, path, ballot([], { other: words }));
        expectCast(reply, 201);
        expect(reply.body.vote.answers[0].other === words, 'the voter must get the words back');
        expect(!(await endpoint.call(path)).text.includes(words), 'the words are public');
      }),
  },
];

const times: Check[] = [
  {
    title: 'a poll that is closed, or not open yet, refuses by the clock',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, { closes_at: '2020-01-01T00:00:00Z' }, async (path, define) => {
        expectRefusal(await cast(endpoint, path, ballot(['a'])), 409, 'closed');
        await define({ ...definition, opens_at: '2999-01-01T00:00:00Z' });
        expectRefusal(await cast(endpoint, path, ballot(['a'])), 409, 'not_open');
      }),
  },
  {
    title: 'the same options keep the votes; other options are another revision',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, {}, async (path, define) => {
        await cast(endpoint, path, ballot(['a']));
        const { body } = await define({ ...definition, title: 'A corrected title' });
        expect(body.revision === 1 && body.voters === 1, 'a correction must keep the votes');
        const options = [...question.options, choice('d')];
        await define({ ...definition, questions: [{ ...question, options }] });
        expectRefusal(await cast(endpoint, path, ballot(['a'])), 409, 'revision_changed');
        expectCast(await cast(endpoint, path, ballot(['d'], {}, 2)), 201);
      }),
  },
];

const invalid: [string, object][] = [
  ['too many options', ballot(['a', 'b', 'c'])],
  ['an unknown option', ballot(['z'])],
  ['an option twice', ballot(['a', 'a'])],
  ['nothing', ballot([])],
  ['an unknown question', { revision: 1, answers: [{ question: 'q9', options: ['a'] }] }],
];

const editing: Check[] = [
  {
    title: 'a ballot against the rules of a question is 422 invalid_selection',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, {}, async (path) => {
        for (const [what, body] of invalid) {
          const { status } = await cast(endpoint, path, body);
          expect(status === 422, `${what} was answered ${status}`);
        }
        expectRefusal(await cast(endpoint, path, ballot(['z'])), 422, 'invalid_selection');
      }),
  },
  {
    title: 'only the editor defines and exports, and the table is UTF-8 with its mark',
    needs: 'editor',
    run: (endpoint) =>
      withPoll(endpoint, {}, async (path) => {
        const { call, editor: token = '' } = endpoint;
        const stranger = { method: 'PUT', body: definition, token: newToken() };
        expectProblem(await call(path, stranger), 403, 'not_eligible');
        expectProblem(await call(`${path}/export`), 401, 'login_required');
        const { status, headers } = await call(`${path}/export?format=csv`, { token });
        expect(status === 200, `status ${status}`);
        const type = headers.get('content-type') ?? '';
        expect(/^text\/csv/.test(type), `content type is "${type}"`);
      }),
  },
];

/** What needs polls that the suite defines itself. */
export const pollsOfItsOwn: readonly Check[] = [...hiding, ...times, ...editing];
