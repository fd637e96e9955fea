/**
 * The back end of the preview, inside the page: it answers contract v1 for one poll that exists only
 * in the form, so that the real element can be tried without a vote being counted anywhere.
 */

export const previewEndpoint = new URL('preview-endpoint', location.href).href;

let poll;
let vote = null;

/** Sets the poll that is previewed; a vote in the former one is forgotten. */
export function setPreviewed(snapshot) {
  poll = snapshot;
  vote = null;
}

const withoutCounts = ({ questions, ...rest }) => ({
  ...rest,
  results_state: 'hidden',
  voters: null,
  questions: questions.map(({ options, ...question }) => ({
    ...question,
    voters: null,
    options: options.map((option) => ({ ...option, votes: null })),
  })),
});

function counted() {
  const picked = (question, option) =>
    vote?.answers.find((answer) => answer.question === question)?.options.includes(option);
  return {
    ...poll,
    voters: poll.voters + Number(vote !== null),
    questions: poll.questions.map((question) => ({
      ...question,
      voters: question.voters + Number(vote?.answers.some((one) => one.question === question.id)),
      options: question.options.map((option) => ({
        ...option,
        votes: option.votes + Number(picked(question.id, option.id) ?? false),
      })),
    })),
  };
}

/** What this one reader may see. */
function present() {
  const { results, state } = poll;
  const visible =
    results === 'always' ||
    (results === 'after_vote' && (vote !== null || state === 'closed')) ||
    (results === 'after_close' && state === 'closed');
  return visible ? counted() : withoutCounts(poll);
}

const json = (body) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

function answer(path, method, body) {
  const { item } = poll;
  const part = { kind: 'poll', item, status: 200 };
  if (path === '/state') return json({ items: [{ ...part, body: present() }] });
  if (path === '/me') return json({ items: [{ ...part, body: { vote, snapshot: present() } }] });
  if (method === 'PUT') vote = JSON.parse(body);
  if (method === 'DELETE') vote = null;
  return json({ vote, snapshot: present(), server_time: new Date().toISOString() });
}

const original = window.fetch;

window.fetch = (input, options = {}) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (!url.href.startsWith(`${previewEndpoint}/`)) return original(input, options);
  const path = url.pathname.slice(new URL(previewEndpoint).pathname.length);
  return Promise.resolve(answer(path, options.method ?? 'GET', options.body));
};
