/**
 * The back end of the preview, inside the page: it answers contract v1 for one poll that exists only
 * in the form, so that the real element can be tried without a vote being counted anywhere.
 */
import type { PollJson } from '../../../src/contract/json.js';
import type { PollVote } from '../../../src/contract/poll.js';

export const previewEndpoint = new URL('preview-endpoint', location.href).href;

let poll: PollJson | undefined;
let vote: PollVote | null = null;

/** Sets the poll that is previewed; a vote in the former one is forgotten. */
export function setPreviewed(snapshot: PollJson): void {
  poll = snapshot;
  vote = null;
}

const withoutCounts = ({ questions, ...rest }: PollJson) => ({
  ...rest,
  results_state: 'hidden',
  voters: null,
  questions: questions.map(({ options, ...question }) => ({
    ...question,
    voters: null,
    options: options.map((option) => ({ ...option, votes: null })),
  })),
});

function counted(snapshot: PollJson) {
  const answers = vote?.answers ?? [];
  const isPicked = (question: string, option: string) =>
    answers.some((answer) => answer.question === question && answer.options.includes(option));
  return {
    ...snapshot,
    voters: (snapshot.voters ?? 0) + Number(vote !== null),
    questions: snapshot.questions.map((question) => ({
      ...question,
      voters: (question.voters ?? 0) + Number(answers.some((one) => one.question === question.id)),
      options: question.options.map((option) => ({
        ...option,
        votes: (option.votes ?? 0) + Number(isPicked(question.id, option.id)),
      })),
    })),
  };
}

/** What this one reader may see. */
function present(snapshot: PollJson) {
  const { results, state } = snapshot;
  const isVisible =
    results === 'always' ||
    (results === 'after_vote' && (vote !== null || state === 'closed')) ||
    (results === 'after_close' && state === 'closed');
  return isVisible ? counted(snapshot) : withoutCounts(snapshot);
}

const json = (body: unknown) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

function answer(snapshot: PollJson, path: string, { method, body }: RequestInit): Response {
  const part = { kind: 'poll', item: snapshot.item, status: 200 };
  if (path === '/state') return json({ items: [{ ...part, body: present(snapshot) }] });
  if (method === 'PUT') vote = JSON.parse(String(body)) as PollVote;
  if (method === 'DELETE') vote = null;
  const own = { vote, snapshot: present(snapshot) };
  if (path === '/me') return json({ items: [{ ...part, body: own }] });
  return json({ ...own, server_time: new Date().toISOString() });
}

const original = window.fetch;

window.fetch = (input, options = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!poll || !url.href.startsWith(`${previewEndpoint}/`)) return original(input, options);
  const path = url.pathname.slice(new URL(previewEndpoint).pathname.length);
  return Promise.resolve(answer(poll, path, options));
};
